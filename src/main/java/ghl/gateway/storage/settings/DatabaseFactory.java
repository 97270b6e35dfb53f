package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.postgres.PostgresDatabase;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Opens the configured database for commands, which run beside the gateway or without one. */
public final class DatabaseFactory {

    private static final int POOL_SIZE = 2;

    private DatabaseFactory() {}

    /** Registers the settings that {@link #open} reads. */
    public static SmallRyeConfigBuilder prepare(SmallRyeConfigBuilder configuration) {
        return configuration.withMapping(StorageConfig.class);
    }

    /**
     * Opens the database, even while a gateway uses it.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the settings do not allow it
     */
    public static OpenDatabase open(SmallRyeConfig configuration) {
        StorageConfig config = configuration.getConfigMapping(StorageConfig.class);
        StorageSettings settings = StorageSettings.of(config);
        return settings.postgres().isPresent()
                ? PostgresDatabase.open(settings.postgres().get(), POOL_SIZE)
                : SqliteDatabase.openBeside(config.data());
    }
}
