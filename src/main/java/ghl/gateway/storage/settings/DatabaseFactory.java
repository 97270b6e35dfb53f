package ghl.gateway.storage.settings;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.postgres.PostgresAddress;
import ghl.gateway.storage.postgres.PostgresDatabase;
import ghl.gateway.storage.sqlite.SqliteDatabase;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;

/** Opens the configured database for commands, which run without Quarkus. */
public final class DatabaseFactory {

    private static final int POOL_SIZE = 2;

    private DatabaseFactory() {}

    /**
     * Opens the database, whether or not a gateway is using it.
     *
     * @throws ConfigurationException if the settings are wrong or the database cannot be opened
     */
    public static OpenDatabase open(StorageConfig config) {
        return postgres(config)
                .<OpenDatabase>map(address -> PostgresDatabase.open(address, POOL_SIZE))
                .orElseGet(() -> SqliteDatabase.openBeside(config.data()));
    }

    /**
     * The configured PostgreSQL; empty for SQLite.
     *
     * @throws ConfigurationException if the address is wrong, or user name or password are set without one
     */
    static Optional<PostgresAddress> postgres(StorageConfig config) {
        Optional<String> password = config.password().filter(secret -> !secret.isEmpty());
        if (config.url().isEmpty() && (config.username().isPresent() || password.isPresent())) {
            throw new ConfigurationException(
                    (config.username().isPresent() ? "GATEWAY_DB_USERNAME" : "GATEWAY_DB_PASSWORD")
                            + " is set but GATEWAY_DB_URL is missing: set it to use PostgreSQL, or unset both to keep the data in"
                            + " GATEWAY_DATA.");
        }
        return config.url().map(url -> PostgresAddress.of(url, config.username(), password));
    }
}
