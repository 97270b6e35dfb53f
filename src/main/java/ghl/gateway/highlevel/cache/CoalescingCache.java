package ghl.gateway.highlevel.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.time.ClockNanos;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A cache whose callers share one fetch per key. Each gets the value on its own Vert.x context. Failures are not
 * stored, and a fetch that no caller waits for is cancelled. Not Caffeine's {@code AsyncCache}, which logs every
 * failure and does not know stale values.
 */
public final class CoalescingCache<K, V> {

    /** Longer than any fetch takes. */
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(2);

    private static final LongConsumer IGNORE_HIT = age -> {};

    private final Cache<K, CacheEntry<V>> entries;
    private final Freshness freshness;
    private final Clock clock;

    /**
     * @param bytes approximate limit of all values together; see {@link SizeEstimator}
     * @param clock a steady one
     */
    public CoalescingCache(Freshness freshness, long bytes, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
        this.entries = Caffeine.newBuilder()
                .expireAfterAccess(Collections.max(List.of(freshness.ttl(), freshness.maxStale(), SHORTEST_IDLE)))
                .maximumWeight(bytes)
                .weigher((K key, CacheEntry<V> entry) -> SizeEstimator.ofKey(key) + entry.weight())
                .ticker(() -> ClockNanos.of(clock))
                .build();
    }

    public Uni<V> get(K key, Supplier<Uni<V>> read) {
        return get(key, BudgetPressure.NONE, IGNORE_HIT, read);
    }

    /**
     * The value, fetched if necessary. While calls are scarce a stale value is served and refreshed in the background.
     *
     * @param onHit receives the age in milliseconds of a value that this caller did not fetch
     * @param read is started with the first caller's context. A caller that joined tries again when the first
     *     caller's deadline was too short for a call
     */
    public Uni<V> get(K key, BudgetPressure pressure, LongConsumer onHit, Supplier<Uni<V>> read) {
        return Uni.createFrom().context(context -> {
            Executor caller = CallersContext.orElse(Runnable::run);
            return shared(key, pressure, onHit, read, context).emitOn(caller);
        });
    }

    private Uni<V> shared(K key, BudgetPressure pressure, LongConsumer onHit, Supplier<Uni<V>> read, Context context) {
        Lookup<V> lookup = entry(key).lookUp(pressure, read, context);
        Uni<AgedValue<V>> value = Uni.createFrom()
                .completionStage(lookup::ownStage)
                .onCancellation()
                .invoke(lookup.leave());
        if (lookup.started()) {
            return value.map(aged -> serve(aged, aged.ageMs() > 0, onHit));
        }
        return value.map(aged -> serve(aged, true, onHit))
                .onFailure(pressure::caused)
                .recoverWithUni(() -> shared(key, pressure, onHit, read, context));
    }

    private static <V> V serve(AgedValue<V> aged, boolean hit, LongConsumer onHit) {
        if (hit) {
            onHit.accept(aged.ageMs());
        }
        return aged.value();
    }

    /** The value that would be served without a fetch; also empty when the cached answer is null. */
    public Optional<V> fresh(K key) {
        return entryIfPresent(key).flatMap(CacheEntry::fresh);
    }

    /** The value that would be served while calls are scarce; also empty when the cached answer is null. */
    public Optional<V> freshOrStale(K key) {
        return entryIfPresent(key).flatMap(CacheEntry::freshOrStale);
    }

    /** Whether a caller can be served without a call of its own, with a stale value if calls are scarce. */
    public boolean needsNoCall(K key) {
        return entryIfPresent(key).map(CacheEntry::needsNoCall).orElse(false);
    }

    /** Stores a value that a caller fetched for itself. */
    public void store(K key, V value) {
        entry(key).store(value);
    }

    private Optional<CacheEntry<V>> entryIfPresent(K key) {
        return Optional.ofNullable(entries.getIfPresent(key));
    }

    private CacheEntry<V> entry(K key) {
        return entries.get(
                key,
                missing -> new CacheEntry<>(
                        freshness, clock, entry -> entries.asMap().replace(key, entry, entry)));
    }
}
