package ghl.gateway.time;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Reads a clock for libraries that count nanoseconds. */
public final class ClockNanos {

    private ClockNanos() {}

    /** Nanoseconds since 1970, to the millisecond. */
    public static long of(Clock clock) {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
