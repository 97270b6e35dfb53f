package ghl.gateway.highlevel.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.async.SteadyClock;
import ghl.gateway.highlevel.cache.CoalescingCache;
import ghl.gateway.highlevel.cache.Freshness;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One fact about each location. While the CRM cannot be asked, however old a value is better than none; one that it refuses
 * to tell is not asked for again at once.
 */
final class StaleIfErrorCache<V> {

    private static final Logger LOG = Logger.getLogger(StaleIfErrorCache.class);
    private static final int MOST_LOCATIONS = 1_000;
    private static final long MOST_BYTES = 20_000_000;

    /** A token that lacks the scope lacks it for a while, and every contact's appointments would ask. */
    private static final Duration REFUSED = Duration.ofMinutes(1);

    private final String what;
    private final CoalescingCache<String, V> remembered;
    private final Cache<String, V> known =
            Caffeine.newBuilder().maximumSize(MOST_LOCATIONS).build();
    private final Cache<String, UpstreamException> refused;
    private final Set<String> usedOn = ConcurrentHashMap.newKeySet();

    StaleIfErrorCache(String what, Duration ttl, Clock clock) {
        this.what = what;
        this.remembered = new CoalescingCache<>(Freshness.of(ttl), MOST_BYTES, clock);
        Clock steady = new SteadyClock(clock);
        this.refused = Caffeine.newBuilder()
                .expireAfterWrite(REFUSED)
                .maximumSize(MOST_LOCATIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(steady.millis()))
                .build();
    }

    /** A {@link CallDeadline} that needs a call makes its own: one that others began may wait longer than it can. */
    Uni<V> of(String locationId, Supplier<Uni<V>> read) {
        return Uni.createFrom()
                .context(context -> CallDeadline.in(context).isPresent()
                        ? freshOrOwn(locationId, read)
                        : sharedUnlessRefused(locationId, read))
                .onFailure(failure -> failure instanceof Unavailable || failure instanceof RateLimited)
                .recoverWithUni(failure -> lastKnown(locationId, failure));
    }

    /** Whether whoever asks, and is no {@link CallDeadline}, is served without a call of its own. */
    boolean needsNoCall(String locationId) {
        return remembered.needsNoCall(locationId) || refused.getIfPresent(locationId) != null;
    }

    private Uni<V> sharedUnlessRefused(String locationId, Supplier<Uni<V>> read) {
        UpstreamException refusal = refused.getIfPresent(locationId);
        return refusal == null
                ? remembered.get(locationId, () -> read(locationId, read))
                : Uni.createFrom().failure(refusal);
    }

    private Uni<V> freshOrOwn(String locationId, Supplier<Uni<V>> read) {
        return remembered
                .fresh(locationId)
                .map(fresh -> Uni.createFrom().item(fresh))
                .orElseGet(() -> read(locationId, read).invoke(value -> remembered.keep(locationId, value)));
    }

    private Uni<V> read(String locationId, Supplier<Uni<V>> read) {
        return read.get()
                .invoke(value -> {
                    known.put(locationId, value);
                    usedOn.remove(locationId);
                    refused.invalidate(locationId);
                })
                .onFailure(UpstreamException.class)
                .invoke(failure -> {
                    if (isRefusal((UpstreamException) failure)) {
                        refused.put(locationId, (UpstreamException) failure);
                    }
                });
    }

    /** By an answer to a call, and not one that passes by itself. */
    private static boolean isRefusal(UpstreamException failure) {
        return !failure.retryable() && failure.status() > 0;
    }

    private Uni<V> lastKnown(String locationId, Throwable failure) {
        V value = known.getIfPresent(locationId);
        if (value == null) {
            return Uni.createFrom().failure(failure);
        }
        if (usedOn.add(locationId)) {
            LOG.warnf("Location %s: its %s is used on as last known, for %s", locationId, what, failure.getMessage());
        }
        return Uni.createFrom().item(value);
    }
}
