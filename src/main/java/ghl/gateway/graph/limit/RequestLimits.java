package ghl.gateway.graph.limit;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one caller may send, and keep open. */
@Singleton
public class RequestLimits {

    private static final int LARGEST_MESSAGE = 65_536;

    private final long body;

    public RequestLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize body) {
        this.body = body.asLongValue();
    }

    /** Bytes of a request's body. */
    public long body() {
        return body;
    }

    /** Bytes of a frame over a WebSocket: a larger one breaks the connection without a word. */
    public int frame() {
        return (int) Math.min(body, Integer.MAX_VALUE);
    }

    /** Bytes of a message over a WebSocket, in however many frames: a subscription is a short document. */
    public int message() {
        return (int) Math.min(body, LARGEST_MESSAGE);
    }

    /** Subscriptions that one WebSocket may have at the same time. */
    public int subscriptions() {
        return 100;
    }

    /** How long a WebSocket may stay silent before its first message. */
    public Duration initWait() {
        return Duration.ofSeconds(3);
    }

    /** How often a WebSocket is asked for a sign of life; none until the next time, and it is cut off. */
    public Duration pingInterval() {
        return Duration.ofSeconds(15);
    }
}
