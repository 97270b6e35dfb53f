package ghl.gateway.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides whether the sandbox is part of this process. */
@ApplicationScoped
public class SandboxMount {

    private final SandboxConfig config;
    private final Optional<String> liveToken;

    SandboxMount(SandboxConfig config, @ConfigProperty(name = "highlevel.token") Optional<String> liveToken) {
        this.config = config;
        this.liveToken = liveToken;
    }

    /** When no live CRM is configured, or when it was asked for by name. */
    public boolean isMounted() {
        return config.enabled()
                .orElse(liveToken.filter(token -> !token.isBlank()).isEmpty());
    }
}
