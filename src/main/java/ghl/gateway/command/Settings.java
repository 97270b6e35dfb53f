package ghl.gateway.command;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.settings.DatabaseFactory;
import ghl.gateway.storage.settings.StorageConfig;
import io.quarkus.runtime.configuration.RuntimeConfigBuilder;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;

/** The gateway's settings, read from the same sources as the gateway reads them, without starting Quarkus. */
final class Settings {

    private Settings() {}

    static SmallRyeConfig read() {
        return builder().build();
    }

    /** @throws io.smallrye.config.ConfigValidationException when a value is wrong */
    static <T> T read(Class<T> mapping) {
        return builder().withMapping(mapping).build().getConfigMapping(mapping);
    }

    private static SmallRyeConfigBuilder builder() {
        BeanValidationConfigValidator validator =
                () -> Validation.buildDefaultValidatorFactory().getValidator();
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withCustomizers(new RuntimeConfigBuilder())
                .withValidator(validator);
    }

    static OpenDatabase database() {
        return DatabaseFactory.open(read(StorageConfig.class));
    }
}
