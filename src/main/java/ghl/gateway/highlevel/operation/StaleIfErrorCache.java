package ghl.gateway.highlevel.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.cache.CoalescingCache;
import ghl.gateway.highlevel.cache.Freshness;
import ghl.gateway.highlevel.cache.SizeEstimator;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.time.ClockNanos;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One value per location. While the CRM is unavailable, the last known value is served however old it is. A refusal is
 * remembered for a short time, so that the call is not repeated at once.
 */
final class StaleIfErrorCache<V> {

    private static final Logger LOG = Logger.getLogger(StaleIfErrorCache.class);
    private static final int MOST_LOCATIONS = 1_000;
    private static final long MOST_BYTES = 20_000_000;

    /** A missing scope stays missing for a while, and every contact's appointments would repeat the call. */
    private static final Duration REFUSAL_TTL = Duration.ofMinutes(1);

    private final String name;
    private final CoalescingCache<String, V> cache;
    private final Cache<String, V> lastKnown = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String locationId, V value) -> SizeEstimator.of(value))
            .build();
    private final Cache<String, UpstreamException> refusals;
    private final Set<String> servedStale = ConcurrentHashMap.newKeySet();

    /** @param clock a steady one */
    StaleIfErrorCache(String name, Duration ttl, Clock clock) {
        this.name = name;
        this.cache = new CoalescingCache<>(Freshness.of(ttl), MOST_BYTES, clock);
        this.refusals = Caffeine.newBuilder()
                .expireAfterWrite(REFUSAL_TTL)
                .maximumSize(MOST_LOCATIONS)
                .ticker(() -> ClockNanos.of(clock))
                .build();
    }

    /** Under a {@link CallDeadline} no call is shared: one that others started may wait longer than the deadline. */
    Uni<V> get(String locationId, Supplier<Uni<V>> read) {
        return Uni.createFrom()
                .context(context -> CallDeadline.in(context).isPresent()
                        ? freshOrOwn(locationId, read)
                        : sharedUnlessRefused(locationId, read))
                .onFailure(failure -> failure instanceof Unavailable || failure instanceof RateLimited)
                .recoverWithUni(failure -> lastKnown(locationId, failure));
    }

    /** Whether a caller without a {@link CallDeadline} needs no call of its own. */
    boolean needsNoCall(String locationId) {
        return cache.needsNoCall(locationId) || refusals.getIfPresent(locationId) != null;
    }

    private Uni<V> sharedUnlessRefused(String locationId, Supplier<Uni<V>> read) {
        UpstreamException refusal = refusals.getIfPresent(locationId);
        return refusal == null
                ? cache.get(locationId, () -> read(locationId, read))
                : Uni.createFrom().failure(refusal);
    }

    private Uni<V> freshOrOwn(String locationId, Supplier<Uni<V>> read) {
        return cache.fresh(locationId)
                .map(fresh -> Uni.createFrom().item(fresh))
                .orElseGet(() -> read(locationId, read).invoke(value -> cache.store(locationId, value)));
    }

    private Uni<V> read(String locationId, Supplier<Uni<V>> read) {
        return read.get()
                .invoke(value -> {
                    lastKnown.put(locationId, value);
                    servedStale.remove(locationId);
                    refusals.invalidate(locationId);
                })
                .onFailure(StaleIfErrorCache::isRefusal)
                .invoke(failure -> refusals.put(locationId, (UpstreamException) failure));
    }

    /** Whether the CRM refused the call and would refuse it again. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof UpstreamException upstream && !upstream.retryable() && upstream.status() > 0;
    }

    private Uni<V> lastKnown(String locationId, Throwable failure) {
        V value = lastKnown.getIfPresent(locationId);
        if (value == null) {
            return Uni.createFrom().failure(failure);
        }
        if (servedStale.add(locationId)) {
            LOG.warnf(
                    "Location %s: %s cannot be read, the last known value is used: %s",
                    locationId, name, failure.getMessage());
        }
        return Uni.createFrom().item(value);
    }
}
