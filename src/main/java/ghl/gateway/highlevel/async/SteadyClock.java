package ghl.gateway.highlevel.async;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that never goes back: where the one behind it is set back, time goes on from where it was. For durations only;
 * its time of day is then another one.
 */
public final class SteadyClock extends Clock {

    /** Threads may read the clock behind in one order and arrive here in another. */
    private static final long SET_BACK_MS = 1_000;

    private final Clock behind;
    private volatile long latest = Long.MIN_VALUE / 2;
    private volatile long ahead;

    public SteadyClock(Clock behind) {
        this.behind = behind;
    }

    @Override
    public long millis() {
        long now = behind.millis() + ahead;
        if (now < latest - SET_BACK_MS) {
            return goOn();
        }
        if (now > latest) {
            latest = now;
        }
        return now;
    }

    private synchronized long goOn() {
        long now = behind.millis() + ahead;
        if (now < latest) {
            ahead += latest - now;
        }
        return latest;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return behind.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(behind.withZone(zone));
    }
}
