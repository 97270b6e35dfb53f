package ghl.gateway.graph.limit;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits on what one client may send and keep open. */
@Singleton
public class RequestLimits {

    private static final int MAX_MESSAGE_SIZE = 65_536;

    private final long body;

    public RequestLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize body) {
        this.body = body.asLongValue();
    }

    /** Maximum size of a request body in bytes. */
    public long body() {
        return body;
    }

    /** Maximum size of a WebSocket frame in bytes. A larger frame breaks the connection without a close reason. */
    public int frame() {
        return (int) Math.min(body, Integer.MAX_VALUE);
    }

    /** Maximum size of a WebSocket message in bytes, over all its frames. Subscriptions are short documents. */
    public int message() {
        return (int) Math.min(body, MAX_MESSAGE_SIZE);
    }

    /** Maximum number of concurrent subscriptions of one WebSocket. */
    public int subscriptions() {
        return 100;
    }

    /** Time a client has to send {@code connection_init}. */
    public Duration initWait() {
        return Duration.ofSeconds(3);
    }

    /** Interval between pings. A client that sends nothing during an interval is disconnected. */
    public Duration pingInterval() {
        return Duration.ofSeconds(15);
    }
}
