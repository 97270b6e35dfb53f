package ghl.gateway.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** Goes on from a time at the rate of a monotonic source. */
public final class SteadyClock extends Clock {

    private final Instant start;
    private final LongSupplier nanoTime;
    private final long startNanos;

    /** @param nanoTime like {@link System#nanoTime} */
    public SteadyClock(Instant start, LongSupplier nanoTime) {
        this.start = start;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime.getAsLong() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A steady clock is not for dates");
    }
}
