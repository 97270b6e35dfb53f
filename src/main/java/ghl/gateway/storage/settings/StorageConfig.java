package ghl.gateway.storage.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which database keeps what must outlive the process. */
@ConfigMapping(prefix = "gateway.db")
interface StorageConfig {

    /**
     * Address of a PostgreSQL, for several gateways on the same data; unset: SQLite in {@link #data}. May hold a
     * password.
     */
    Optional<String> url();

    /** Who connects to PostgreSQL, unless the address says it. */
    Optional<String> username();

    /** A secret: never logged, never shown. */
    Optional<String> password();

    /** Connections to PostgreSQL, at most. */
    @WithDefault("20")
    int poolSize();

    /** Where {@code gateway.db} is kept: with the rest of the gateway's data. */
    @WithDefault("${gateway.data:./data}")
    Path data();
}
