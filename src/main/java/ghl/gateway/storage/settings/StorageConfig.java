package ghl.gateway.storage.settings;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** The database that keeps everything that must survive a restart. */
@ConfigMapping(prefix = "gateway.db")
public interface StorageConfig {

    /**
     * Address of a PostgreSQL database, required if several gateways share their data: {@code
     * postgresql://USER:PASSWORD@HOST:PORT/DATABASE} or {@code jdbc:postgresql://HOST:PORT/DATABASE}. Unset: SQLite in
     * {@code GATEWAY_DATA}.
     */
    Optional<@WithConverter(TrimmedStringConverter.class) String> url();

    /** User name for PostgreSQL. Takes precedence over the one in the address. */
    Optional<@WithConverter(TrimmedStringConverter.class) String> username();

    /** Password for PostgreSQL. Secret. Takes precedence over the one in the address. */
    Optional<String> password();

    /** Maximum number of connections to PostgreSQL. At least 2: a write during a read takes a second connection. */
    @WithDefault("20")
    @Min(2)
    int poolSize();

    /**
     * Directory of {@code gateway.db} (SQLite), the sandbox's state and a self-made master key. Must be on a local disk.
     * One gateway process uses it at a time.
     */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
