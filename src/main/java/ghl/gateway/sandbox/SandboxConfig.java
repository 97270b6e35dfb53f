package ghl.gateway.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the sandbox. */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

    /**
     * Whether to serve the sandbox: {@code true} also beside a live CRM, {@code false} never. By default the sandbox is
     * served when no live CRM is configured.
     */
    Optional<Enabled> enabled();

    /** An enum, because the boolean converter reads every word except "true" as false. */
    enum Enabled {
        TRUE,
        FALSE
    }

    /** Directory of {@code sandbox.db}: the gateway's data directory. */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
