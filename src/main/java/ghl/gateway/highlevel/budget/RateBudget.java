package ghl.gateway.highlevel.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.Quota;
import ghl.gateway.highlevel.async.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every location's calls, kept within the CRM's limits. Every call takes a {@link PermitRequest} first and tells its {@link Permit}
 * how it ended. A location that has been forgotten, for there were too many others, starts again with a careful call.
 */
public final class RateBudget {

    private static final int MOST_LOCATIONS = 10_000;

    private final BudgetLimits limits;
    private final Clock clock;
    private final Clock timeOfDay;
    private final Wakeup alarm;
    private final Executor elsewhere;
    private final AtomicLong turns = new AtomicLong();
    private final Cache<String, LocationBudget> locations =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();

    public RateBudget(BudgetLimits limits, Clock clock, Wakeup alarm) {
        this(limits, clock, alarm, Runnable::run);
    }

    /**
     * @param elsewhere where callers go on that have no Vert.x context and had to wait: not on a worker, for those may all
     *     be waiting here; sending a request blocks nobody
     */
    RateBudget(BudgetLimits limits, Clock clock, Wakeup alarm, Executor elsewhere) {
        this.limits = limits;
        this.clock = new SteadyClock(clock);
        this.timeOfDay = clock;
        this.alarm = alarm;
        this.elsewhere = elsewhere;
    }

    /** A place in the location's line, whose deadline counts from now, of a caller who asks for nothing else. */
    public PermitRequest turn(String locationId, CallKind kind) {
        return turn(locationId, kind, RequesterKey.alone(), limits.deadline(kind));
    }

    /**
     * A place in the location's line.
     *
     * @param left no longer than the kind's deadline
     */
    public PermitRequest turn(String locationId, CallKind kind, RequesterKey asker, Duration left) {
        return turn(locationId, kind, asker, false, left);
    }

    /** A read's place behind all others: nobody waits for its answer. */
    public PermitRequest turnOfRefresh(String locationId) {
        return turn(locationId, CallKind.READ, RequesterKey.alone(), true, limits.readDeadline());
    }

    private PermitRequest turn(String locationId, CallKind kind, RequesterKey asker, boolean canWait, Duration left) {
        long deadline =
                clock.millis() + Math.min(left.toMillis(), limits.deadline(kind).toMillis());
        return new PermitRequest(of(locationId), kind, asker, canWait, deadline, turns.incrementAndGet(), elsewhere);
    }

    /** Whether a read that came now would have to wait. */
    public boolean isShort(String locationId) {
        return of(locationId).isShort();
    }

    /** How many reads the location could serve within such a time if nobody else made any call. */
    public int readsWithin(String locationId, Duration time) {
        return of(locationId).readsWithin(time);
    }

    /**
     * Promises a request its reads, if they are many, unless the last of them would have to wait longer than it can.
     *
     * @return how long that one would have to wait
     */
    public Duration admit(String locationId, RequesterKey asker, int reads, Duration patience) {
        return of(locationId).admit(asker, reads, patience);
    }

    /** What was promised to a request, and it has not asked for, is not going to be. */
    public void release(String locationId, RequesterKey asker) {
        of(locationId).release(asker);
    }

    /** What is left, without a call. */
    public Quota quota(String locationId) {
        return of(locationId).quota();
    }

    private LocationBudget of(String locationId) {
        return locations.get(locationId, unknown -> new LocationBudget(limits, clock, timeOfDay, alarm));
    }
}
