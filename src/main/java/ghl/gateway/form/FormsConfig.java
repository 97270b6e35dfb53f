package ghl.gateway.form;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where form definitions are read from. */
@ConfigMapping(prefix = "gateway.forms")
interface FormsConfig {

    /** Directory with the form definitions. Unset: the built-in examples on the sandbox, none on another CRM. */
    @WithParentName
    Optional<Path> folder();

    /** Polling interval for changed definition files. */
    @WithDefault("2s")
    @DurationMin(seconds = 1)
    Duration poll();

    /** How often the gateway checks that the location still has the custom fields that forms write. */
    @WithDefault("5m")
    @DurationMin(seconds = 1)
    Duration recheck();
}
