package ghl.gateway.highlevel.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.contact.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the calls of every location within the CRM's limits. Each call acquires a {@link Permit} first and reports how
 * it ended. The least used of more than {@value #MOST_LOCATIONS} locations are forgotten and start again with a probe.
 */
public final class RateBudget {

    private static final int MOST_LOCATIONS = 10_000;

    private final BudgetLimits limits;
    private final Clock clock;
    private final Clock timeOfDay;
    private final Wakeup wakeup;
    private final AtomicLong requests = new AtomicLong();
    private final Cache<String, LocationBudget> locations =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();

    /**
     * @param clock a steady one, for all waits
     * @param timeOfDay the machine's clock, for the end of the day and for times that people see
     */
    public RateBudget(BudgetLimits limits, Clock clock, Clock timeOfDay, Wakeup wakeup) {
        this.limits = limits;
        this.clock = clock;
        this.timeOfDay = timeOfDay;
        this.wakeup = wakeup;
    }

    /** A request by a caller that has no other. Its deadline counts from now. */
    public PermitRequest request(String locationId, CallKind kind) {
        return request(locationId, kind, RequesterKey.unique(), limits.deadline(kind));
    }

    /** @param timeLeft how long the call may wait; the kind's deadline is the maximum */
    public PermitRequest request(String locationId, CallKind kind, RequesterKey requester, Duration timeLeft) {
        return request(locationId, kind, requester, false, timeLeft);
    }

    /** A request for a background refresh, served after all other reads. */
    public PermitRequest requestForRefresh(String locationId) {
        return request(locationId, CallKind.READ, RequesterKey.unique(), true, limits.readDeadline());
    }

    private PermitRequest request(
            String locationId, CallKind kind, RequesterKey requester, boolean background, Duration timeLeft) {
        long deadline = clock.millis()
                + Math.min(timeLeft.toMillis(), limits.deadline(kind).toMillis());
        return new PermitRequest(of(locationId), kind, requester, background, deadline, requests.incrementAndGet());
    }

    public boolean isExhausted(String locationId) {
        return of(locationId).isExhausted();
    }

    /** How many reads an idle location can serve within the given time. */
    public int readsWithin(String locationId, Duration time) {
        return of(locationId).readsWithin(time);
    }

    /**
     * Reserves a request's reads, if they are many, unless the last of them would wait too long.
     *
     * @return how long the last read would wait
     */
    public Duration reserve(String locationId, RequesterKey requester, int reads, Duration longestWait) {
        return of(locationId).reserve(requester, reads, longestWait);
    }

    /** Releases what was reserved for a request and is not used yet. */
    public void release(String locationId, RequesterKey requester) {
        of(locationId).release(requester);
    }

    public Quota quota(String locationId) {
        return of(locationId).quota();
    }

    private LocationBudget of(String locationId) {
        return locations.get(locationId, unknown -> new LocationBudget(limits, clock, timeOfDay, wakeup));
    }
}
