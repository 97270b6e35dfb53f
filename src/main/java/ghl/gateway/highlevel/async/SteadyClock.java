package ghl.gateway.highlevel.async;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Measures durations. When its source is set back by more than a second, it continues from the last time. */
public final class SteadyClock {

    /** A smaller step back is normal: threads that read the source in one order can arrive here in another. */
    private static final long SET_BACK_MS = 1_000;

    private final Clock source;
    private volatile long latest = Long.MIN_VALUE / 2;
    private volatile long offset;

    public SteadyClock(Clock source) {
        this.source = source;
    }

    public long millis() {
        long now = source.millis() + offset;
        if (now < latest - SET_BACK_MS) {
            return continueFromLatest();
        }
        if (now > latest) {
            latest = now;
        }
        return now;
    }

    /** For Caffeine's {@code ticker}. */
    public long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis());
    }

    private synchronized long continueFromLatest() {
        long now = source.millis() + offset;
        if (now < latest) {
            offset += latest - now;
        }
        return latest;
    }
}
