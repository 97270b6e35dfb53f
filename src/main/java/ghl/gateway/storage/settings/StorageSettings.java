package ghl.gateway.storage.settings;

import ghl.gateway.storage.postgres.PostgresAddress;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;

/** Which database the settings mean. */
record StorageSettings(Optional<PostgresAddress> postgres, int poolSize) {

    /** @throws ConfigurationException with one sentence that says what is wrong and how to mend it */
    static StorageSettings of(StorageConfig config) {
        Optional<String> url = said(config.url());
        Optional<String> username = said(config.username());
        Optional<String> password = config.password().filter(secret -> !secret.isEmpty());
        if (url.isEmpty() && (username.isPresent() || password.isPresent())) {
            throw new ConfigurationException((username.isPresent() ? "GATEWAY_DB_USERNAME" : "GATEWAY_DB_PASSWORD")
                    + " is set but GATEWAY_DB_URL is missing: set it to use a PostgreSQL, or unset both to keep the data"
                    + " in GATEWAY_DATA.");
        }
        if (config.poolSize() < 2) {
            throw new ConfigurationException("GATEWAY_DB_POOL_SIZE is " + config.poolSize()
                    + ", but a write inside a read takes a second connection: set at least 2, for example 20.");
        }
        return new StorageSettings(
                url.map(address -> PostgresAddress.of(address, username, password)), config.poolSize());
    }

    private static Optional<String> said(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }
}
