package ghl.gateway.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where forms are defined. */
@ConfigMapping(prefix = "gateway.forms")
interface FormsConfig {

    /** The folder with their files. Without it the sandbox has the examples in the box, and another CRM has none. */
    @WithParentName
    Optional<Path> folder();

    /** How often is looked for changed files. */
    @WithDefault("2s")
    Duration poll();

    /** How often is looked whether the location still has the custom fields that forms write. */
    @WithDefault("5m")
    Duration recheck();
}
