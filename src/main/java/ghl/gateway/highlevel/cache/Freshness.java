package ghl.gateway.highlevel.cache;

import java.time.Duration;

/**
 * How long a value is good.
 *
 * @param ttl for as long it is handed out without asking; zero keeps nothing
 * @param maxStale for as long it is better than waiting; nothing, when shorter than {@code ttl}
 */
public record Freshness(Duration ttl, Duration maxStale) {

    /** That there is nothing may change any moment. */
    private static final Duration OF_NOTHING = Duration.ofSeconds(1);

    /** @throws IllegalArgumentException with one sentence that names the setting */
    public Freshness {
        require(!ttl.isNegative(), "highlevel.cache.ttl must not be negative");
        require(!maxStale.isNegative(), "highlevel.cache.max-stale must not be negative");
    }

    /** A value that is asked for again as soon as it is older. */
    public static Freshness of(Duration ttl) {
        return new Freshness(ttl, Duration.ZERO);
    }

    boolean keepsNothing() {
        return ttl.isZero();
    }

    boolean isFresh(Object value, long ageMs) {
        Duration good = value == null && OF_NOTHING.compareTo(ttl) < 0 ? OF_NOTHING : ttl;
        return ageMs < good.toMillis();
    }

    /** Whether it may be handed out where another one would have to be waited for. */
    boolean isBetterThanWaiting(Object value, long ageMs) {
        return value != null && ageMs <= maxStale.toMillis();
    }

    private static void require(boolean sensible, String sentence) {
        if (!sensible) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
