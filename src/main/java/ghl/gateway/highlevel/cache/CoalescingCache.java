package ghl.gateway.highlevel.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.async.SteadyClock;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Values by key, kept for a while. Whoever asks while a value is on its way shares it, and gets it on the own context;
 * failures are not kept; a read that nobody wants any more is cancelled. Not Caffeine's {@code AsyncCache}, which logs
 * every failure of its own accord and knows no value that is old yet good enough.
 */
public final class CoalescingCache<K, V> {

    /** Longer than any read is on its way. */
    private static final Duration UNUSED = Duration.ofMinutes(2);

    private static final LongConsumer UNTOLD = age -> {};

    private final Cache<K, CacheEntry<V>> slots;
    private final Freshness freshness;
    private final Clock clock;

    /** @param bytes that the values may take in all, about; see {@link SizeEstimator} */
    public CoalescingCache(Freshness freshness, long bytes, Clock clock) {
        this.freshness = freshness;
        this.clock = new SteadyClock(clock);
        this.slots = Caffeine.newBuilder()
                .expireAfterAccess(Collections.max(List.of(freshness.ttl(), freshness.maxStale(), UNUSED)))
                .maximumWeight(bytes)
                .weigher((K key, CacheEntry<V> slot) -> SizeEstimator.ofKey(key) + slot.weight())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(this.clock.millis()))
                .build();
    }

    public Uni<V> get(K key, Supplier<Uni<V>> read) {
        return get(key, BudgetPressure.NONE, UNTOLD, read);
    }

    /**
     * While calls are scarce an old value is handed out, and a newer one fetched for those who come later.
     *
     * @param hit told the age in milliseconds of a value that this one did not have to read
     * @param read begun with the context of the first who asks. Who has joined, and would have waited longer for calls
     *     than the first, tries again
     */
    public Uni<V> get(K key, BudgetPressure shortage, LongConsumer hit, Supplier<Uni<V>> read) {
        return Uni.createFrom().context(context -> {
            Executor home = CallersContext.orElse(Runnable::run);
            return shared(key, shortage, hit, read, context).emitOn(home);
        });
    }

    private Uni<V> shared(K key, BudgetPressure shortage, LongConsumer hit, Supplier<Uni<V>> read, Context context) {
        Lookup<V> asked = slot(key).ask(shortage, read, context);
        Uni<AgedValue<V>> told =
                Uni.createFrom().completionStage(asked::own).onCancellation().invoke(asked.leave());
        if (asked.began()) {
            return told.map(value -> handOut(value, value.ageMs() > 0, hit));
        }
        return told.map(value -> handOut(value, true, hit))
                .onFailure(shortage::explains)
                .recoverWithUni(() -> shared(key, shortage, hit, read, context));
    }

    private static <V> V handOut(AgedValue<V> told, boolean hitOne, LongConsumer hit) {
        if (hitOne) {
            hit.accept(told.ageMs());
        }
        return told.value();
    }

    /** The value that would be handed out without asking; empty too when there is nothing to be had. */
    public Optional<V> fresh(K key) {
        CacheEntry<V> slot = slots.getIfPresent(key);
        return slot == null ? Optional.empty() : slot.fresh();
    }

    /** The value that would be handed out while calls are scarce; empty too when there is nothing to be had. */
    public Optional<V> known(K key) {
        CacheEntry<V> slot = slots.getIfPresent(key);
        return slot == null ? Optional.empty() : slot.known();
    }

    /** Whether whoever asks can be served without a call of its own, by an old value where calls are scarce. */
    public boolean needsNoCall(K key) {
        CacheEntry<V> slot = slots.getIfPresent(key);
        return slot != null && slot.needsNoCall();
    }

    /** Keeps what somebody has read for himself, unless values are not kept at all. */
    public void keep(K key, V value) {
        slot(key).keep(value);
    }

    private CacheEntry<V> slot(K key) {
        return slots.get(
                key,
                missing ->
                        new CacheEntry<>(freshness, clock, slot -> slots.asMap().replace(key, slot, slot)));
    }
}
