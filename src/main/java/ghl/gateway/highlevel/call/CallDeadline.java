package ghl.gateway.highlevel.call;

import io.smallrye.mutiny.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The terms under which a submission's worker calls: nothing is sent once somebody else may have taken its place. They
 * travel in Mutiny's context ({@code uni.awaitUsing(context)}), so that every method of {@link HighLevel} takes them.
 * Under them a read goes ahead of other reads as a write does, and is neither answered from what is remembered nor joined
 * to a read that somebody else began; only the {@link ghl.gateway.highlevel.operation.LocationMetadata} may answer from memory within its time.
 */
public final class CallDeadline {

    private static final String KEY = CallDeadline.class.getName();

    /** Its time was over before it was sent. */
    public static final class TooLateException extends RuntimeException {
        public TooLateException() {
            super("not sent: its time was over", null, false, false);
        }
    }

    private final Instant sendBefore;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final long endNanos;

    /** Two clocks, for one may be set back and the other stand still while the machine sleeps. */
    public CallDeadline(Instant sendBefore, Clock clock, LongSupplier nanoTime) {
        this.sendBefore = sendBefore;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong()
                + Duration.between(clock.instant(), sendBefore).toNanos();
    }

    /**
     * No request leaves at this moment or later. A call whose turn comes later fails with {@link
     * UpstreamException.RateLimited} as soon as that is known; one that is late for another reason with {@link
     * UpstreamException.Unavailable}, {@code NOT_SENT}. An answer may still come later: up to {@code highlevel.timeout}.
     */
    public static Context until(Instant sendBefore, Clock clock) {
        return new CallDeadline(sendBefore, clock, System::nanoTime).context();
    }

    public Context context() {
        return Context.of(KEY, this);
    }

    /** The terms of whoever subscribes; empty for a caller who may wait as long as callers do. */
    public static Optional<CallDeadline> in(Context context) {
        return Optional.ofNullable(context.getOrElse(KEY, () -> null));
    }

    /** How long something may still be sent. */
    public Duration left() {
        return Duration.between(clock.instant(), sendBefore).minusMillis(1);
    }

    public boolean isOver() {
        return !clock.instant().isBefore(sendBefore) || nanoTime.getAsLong() - endNanos >= 0;
    }
}
