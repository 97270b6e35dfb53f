package ghl.gateway.sandbox;

import ghl.gateway.sandbox.SandboxConfig.Enabled;
import io.quarkus.runtime.configuration.ConfigurationException;
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
        boolean liveCrm = liveToken.filter(token -> !token.isBlank()).isPresent();
        if (!liveCrm && config.enabled().filter(Enabled.FALSE::equals).isPresent()) {
            throw new ConfigurationException(
                    "SANDBOX_ENABLED=false leaves the gateway without a CRM: set HIGHLEVEL_TOKEN"
                            + " and HIGHLEVEL_LOCATION_ID, or unset it.");
        }
        return config.enabled().map(Enabled.TRUE::equals).orElse(!liveCrm);
    }
}
