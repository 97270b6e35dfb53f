package ghl.gateway.sandbox;

import ghl.gateway.sandbox.SandboxConfig.Enabled;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Decides whether the sandbox is part of this process. */
@ApplicationScoped
public class SandboxMount {

    /** Settings that configure a live CRM. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("highlevel\\.(token|oauth\\.client-id|locations\\..+\\.token)");

    private final SandboxConfig config;
    private final boolean liveCrm;

    SandboxMount(SandboxConfig config, Config settings) {
        this.config = config;
        this.liveCrm = StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .filter(name -> CREDENTIALS.matcher(name).matches())
                .anyMatch(name -> settings.getOptionalValue(name, String.class)
                        .filter(value -> !value.isBlank())
                        .isPresent());
    }

    /** Whether the sandbox is served: as {@code SANDBOX_ENABLED} says, or if unset, when no live CRM is configured. */
    public boolean isMounted() {
        if (!liveCrm && config.enabled().filter(Enabled.FALSE::equals).isPresent()) {
            throw new ConfigurationException(
                    "SANDBOX_ENABLED=false leaves the gateway without a CRM: set HIGHLEVEL_TOKEN"
                            + " and HIGHLEVEL_LOCATION_ID, or unset it.");
        }
        return config.enabled().map(Enabled.TRUE::equals).orElse(!liveCrm);
    }
}
