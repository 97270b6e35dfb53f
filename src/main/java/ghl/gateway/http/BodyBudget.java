package ghl.gateway.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for all request bodies together. The first bytes of each are free, so that ordinary forms are received while
 * somebody holds back large bodies: the limit of connections bounds those. Thread-safe.
 */
@Singleton
public class BodyBudget {

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

    private BodyBudget(long max) {
        this.max = max;
    }

    /** @param max in bytes */
    public static BodyBudget of(long max) {
        return new BodyBudget(max);
    }

    /** Share of a body, or of a message, with a connection of its own. */
    public BodyShare share() {
        return new BodyShare(this, FREE_BYTES);
    }

    /** Share of a body whose connection carries many at once. */
    BodyShare shareOfStream() {
        return new BodyShare(this, 0);
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
