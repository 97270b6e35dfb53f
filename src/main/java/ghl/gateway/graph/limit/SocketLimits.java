package ghl.gateway.graph.limit;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Limits on what the client of a WebSocket may send and keep open. */
@Singleton
public class SocketLimits {

    /** Maximum size of a message in bytes, over all its frames, and of a frame. Subscriptions are short documents. */
    public int message() {
        return 64 * 1024;
    }

    /** The same for a client that is not authenticated yet: a token with many roles fits. */
    public int firstMessage() {
        return 16 * 1024;
    }

    /** Maximum number of sockets whose client has not sent {@code connection_init}. */
    public int waiting() {
        return 100;
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
