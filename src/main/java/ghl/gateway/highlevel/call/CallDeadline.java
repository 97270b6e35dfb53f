package ghl.gateway.highlevel.call;

import io.smallrye.mutiny.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The time until which a submission's worker may send calls. After it, the lease may have ended and another worker may
 * have taken over. It travels in Mutiny's context ({@code uni.awaitUsing(context)}) and applies to every method of the
 * client. A read with a deadline has the precedence of a write and always asks the CRM: it is neither served from a
 * cache nor does it join another caller's read. Only {@link ghl.gateway.highlevel.operation.LocationMetadata} may
 * answer from its cache.
 */
public final class CallDeadline {

    private static final String KEY = CallDeadline.class.getName();

    public static final class TooLateException extends RuntimeException {
        public TooLateException() {
            super("not sent: the deadline had passed", null, false, false);
        }
    }

    private final Instant sendBefore;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final long endNanos;

    /** Uses two clocks: the wall clock can be set back, and the monotonic one can stop while the machine sleeps. */
    public CallDeadline(Instant sendBefore, Clock clock, LongSupplier nanoTime) {
        this.sendBefore = sendBefore;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong()
                + Duration.between(clock.instant(), sendBefore).toNanos();
    }

    /**
     * A context in which no request leaves at this time or later. A call without a permit before then fails with {@link
     * UpstreamException.RateLimited} as soon as that is known; one that is late for another reason fails with {@link
     * UpstreamException.Unavailable}, {@code NOT_SENT}. An answer can still come up to {@code HIGHLEVEL_TIMEOUT} later.
     */
    public static Context until(Instant sendBefore, Clock clock) {
        return new CallDeadline(sendBefore, clock, System::nanoTime).context();
    }

    public Context context() {
        return Context.of(KEY, this);
    }

    /** The subscriber's deadline; empty for callers other than a submission's worker. */
    public static Optional<CallDeadline> in(Context context) {
        return Optional.ofNullable(context.getOrElse(KEY, () -> null));
    }

    public Duration timeLeft() {
        return Duration.between(clock.instant(), sendBefore).minusMillis(1);
    }

    public boolean hasPassed() {
        return !clock.instant().isBefore(sendBefore) || nanoTime.getAsLong() - endNanos >= 0;
    }
}
