package ghl.gateway.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for all request bodies together. The first bytes of each are free, so that ordinary forms are received while large
 * bodies are held back: the limit of connections bounds what is free. Bodies over HTTP/2 have no free bytes, because one
 * connection carries many. Thread-safe.
 */
@Singleton
public class BodyBudget {

    /** Without a limit. */
    static final BodyBudget UNCOUNTED = new BodyBudget(Long.MAX_VALUE);

    private static final int FREE_BYTES = 16 * 1024;
    private static final int HEAP_SHARE = 16;

    private final long max;
    private final AtomicLong taken = new AtomicLong();

    @Inject
    BodyBudget(HttpConfig config) {
        this(config.bodies()
                .map(size -> size.asLongValue())
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    }

    BodyBudget(long max) {
        this.max = max;
    }

    /** Share of a body, or of a message, with a connection of its own. */
    public BodyShare share() {
        return new BodyShare(this, FREE_BYTES);
    }

    /** Share of a body whose connection carries many at once. */
    BodyShare shareOfStream() {
        return new BodyShare(this, 0);
    }

    long max() {
        return max;
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= max) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
