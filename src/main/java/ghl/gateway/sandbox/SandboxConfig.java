package ghl.gateway.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the stand-in. */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

    /** Mounts the sandbox though a live CRM is configured, or keeps it away though none is. */
    Optional<Enabled> enabled();

    /** Not a boolean, for those read every word but "true" as false. */
    enum Enabled {
        TRUE,
        FALSE
    }

    /** Where {@code sandbox.db} is kept: with the rest of the gateway's data. */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
