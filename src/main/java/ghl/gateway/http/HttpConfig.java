package ghl.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits of connections and request bodies. */
@ConfigMapping(prefix = "gateway.http")
public interface HttpConfig {

    /** Time limit for receiving a request body. The connection is closed afterwards. */
    @WithDefault("30s")
    Duration bodyTime();

    /**
     * Memory for request bodies that are being received or processed, without the first 16 kB of each. Further bodies are
     * answered with 503. Unset: a sixteenth of the heap.
     */
    Optional<MemorySize> bodies();

    /**
     * How long a new connection may stay without a request. The limit for all connections without a request while more
     * than three quarters of {@code QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS} are in use.
     */
    @WithDefault("10s")
    Duration silentTime();

    /**
     * Whether the gateway accepts HTTP/2 without TLS, for a proxy that speaks it to the gateway. HTTP/2 over TLS needs no
     * setting.
     */
    @WithDefault("false")
    boolean clearTextHttp2();
}
