package ghl.gateway.highlevel.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.Quota;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every location's calls, kept within the CRM's limits. Every call takes a {@link Turn} first and tells its {@link Grant}
 * how it ended. A location that has been forgotten, for there were too many others, starts again with a careful call.
 */
public final class RateBudget {

    private static final int MOST_LOCATIONS = 10_000;

    private final BudgetLimits limits;
    private final Clock clock;
    private final Alarm alarm;
    private final Executor elsewhere;
    private final AtomicLong turns = new AtomicLong();
    private final Cache<String, LocationBudget> locations =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();

    public RateBudget(BudgetLimits limits, Clock clock, Alarm alarm) {
        this(limits, clock, alarm, Runnable::run);
    }

    /**
     * @param elsewhere where callers go on that have no Vert.x context and had to wait: not on a worker, for those may all
     *     be waiting here; sending a request blocks nobody
     */
    RateBudget(BudgetLimits limits, Clock clock, Alarm alarm, Executor elsewhere) {
        this.limits = limits;
        this.clock = clock;
        this.alarm = alarm;
        this.elsewhere = elsewhere;
    }

    /** A place in the location's line, whose deadline counts from now. */
    public Turn turn(String locationId, CallKind kind) {
        return turnUntil(clock.millis() + limits.deadline(kind).toMillis(), locationId, kind);
    }

    /** A place that is worth nothing from that moment on. */
    public Turn turn(String locationId, CallKind kind, Instant before) {
        long deadline = clock.millis() + limits.deadline(kind).toMillis();
        return turnUntil(Math.min(deadline, before.toEpochMilli() - 1), locationId, kind);
    }

    private Turn turnUntil(long deadline, String locationId, CallKind kind) {
        return new Turn(of(locationId), kind, deadline, turns.incrementAndGet(), elsewhere);
    }

    /** Whether a read that came now would have to wait. */
    public boolean isShort(String locationId) {
        return of(locationId).isShort();
    }

    /** What is left, without a call. */
    public Quota quota(String locationId) {
        return of(locationId).quota();
    }

    private LocationBudget of(String locationId) {
        return locations.get(locationId, unknown -> new LocationBudget(limits, clock, alarm));
    }
}
