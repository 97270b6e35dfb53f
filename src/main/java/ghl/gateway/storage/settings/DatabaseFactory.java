package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.postgres.PostgresDatabase;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The database that the settings mean, for programs that are no gateway. */
public final class DatabaseFactory {

    private static final int CONNECTIONS = 2;

    private DatabaseFactory() {}

    /** Lets a configuration have what {@link #open} asks it for. */
    public static SmallRyeConfigBuilder prepare(SmallRyeConfigBuilder configuration) {
        return configuration.withMapping(StorageConfig.class);
    }

    /**
     * Opens it, whether or not a gateway is at work on it.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException with one sentence when that cannot be
     */
    public static OpenDatabase open(SmallRyeConfig configuration) {
        StorageConfig config = configuration.getConfigMapping(StorageConfig.class);
        StorageSettings settings = StorageSettings.of(config);
        return settings.postgres().isPresent()
                ? PostgresDatabase.open(settings.postgres().get(), CONNECTIONS)
                : SqliteDatabase.openBeside(config.data());
    }
}
