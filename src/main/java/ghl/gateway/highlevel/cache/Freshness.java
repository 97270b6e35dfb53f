package ghl.gateway.highlevel.cache;

import java.time.Duration;

/**
 * How long a value may be served.
 *
 * @param ttl maximum age without a new fetch; zero stores nothing
 * @param maxStale maximum age while calls are scarce; no effect when shorter than {@code ttl}
 */
public record Freshness(Duration ttl, Duration maxStale) {

    /** A missing record can be created at any moment. */
    private static final Duration TTL_OF_NULL = Duration.ofSeconds(1);

    /** Values that are never served stale. */
    public static Freshness of(Duration ttl) {
        return new Freshness(ttl, Duration.ZERO);
    }

    boolean storesValues() {
        return !ttl.isZero();
    }

    boolean isFresh(Object value, long ageMs) {
        Duration limit = value == null && TTL_OF_NULL.compareTo(ttl) < 0 ? TTL_OF_NULL : ttl;
        return ageMs < limit.toMillis();
    }

    boolean mayServeStale(Object value, long ageMs) {
        return value != null && ageMs <= maxStale.toMillis();
    }
}
