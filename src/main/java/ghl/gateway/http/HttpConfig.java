package ghl.gateway.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits of connections and request bodies. */
@ConfigMapping(prefix = "gateway.http")
public interface HttpConfig {

    /** Time limit for receiving a request body. The connection is closed afterwards. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration bodyTime();

    /**
     * Memory for request bodies that are being received or processed, without the first 16 kB of each body over HTTP/1.1.
     * Further bodies are answered with 503. Unset: a sixteenth of the heap.
     */
    Optional<MemorySize> bodies();

    /**
     * How long a new connection may send nothing before its first request. While more than three quarters of {@code
     * QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS} are in use, also how long a connection may stay open after an answer.
     */
    @WithDefault("10s")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration silentTime();

    /**
     * Whether the gateway accepts HTTP/2 without TLS, for a proxy that speaks it to the gateway. HTTP/2 over TLS needs no
     * setting.
     */
    @WithDefault("false")
    boolean clearTextHttp2();
}
