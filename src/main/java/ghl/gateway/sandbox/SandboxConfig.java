package ghl.gateway.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The built-in stand-in for the CRM. */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

    /**
     * {@code true} serves {@code /sandbox} beside a live CRM. {@code false} removes it, and is refused if the sandbox is
     * the gateway's CRM. Unset: served only if no live CRM is configured.
     */
    Optional<Enabled> enabled();

    /** Not a boolean: the boolean converter reads every word except "true" as false. */
    enum Enabled {
        TRUE,
        FALSE
    }

    /** Directory of {@code sandbox.db}. */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
