package ghl.gateway.highlevel.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ghl.gateway.highlevel.async.CallersContext;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Values by key, kept for a while. Whoever asks while a value is on its way shares it, and gets it on the own context;
 * failures are not kept. Not Caffeine's {@code AsyncCache}, which logs every failure of its own accord and knows no value
 * that is old yet good enough.
 */
public final class Remembered<K, V> {

    /** Longer than any read is on its way. */
    private static final Duration UNUSED = Duration.ofMinutes(2);

    private final Cache<K, Slot<V>> slots;
    private final Freshness freshness;
    private final Clock clock;

    public Remembered(Freshness freshness, long most, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
        this.slots = Caffeine.newBuilder()
                .expireAfterAccess(Collections.max(List.of(freshness.ttl(), freshness.maxStale(), UNUSED)))
                .maximumSize(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    public Uni<V> get(K key, Supplier<Uni<V>> read) {
        return get(key, Shortage.NONE, read);
    }

    /** While calls are scarce an old value is handed out, and a newer one fetched for those who come later. */
    public Uni<V> get(K key, Shortage shortage, Supplier<Uni<V>> read) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .completionStage(ownStage(slot(key).value(shortage, read)))
                .emitOn(CallersContext.orElse(Runnable::run)));
    }

    /** The value that would be handed out without asking; empty too when there is nothing to be had. */
    public Optional<V> fresh(K key) {
        Slot<V> slot = slots.getIfPresent(key);
        return slot == null ? Optional.empty() : slot.fresh();
    }

    /** Keeps what somebody has read for himself, unless values are not kept at all. */
    public void keep(K key, V value) {
        slot(key).keep(value);
    }

    private Slot<V> slot(K key) {
        return slots.get(key, missing -> new Slot<>(freshness, clock));
    }

    /** Every caller gets a stage of its own: one who cancels must not cancel for the others. */
    private static <V> CompletionStage<V> ownStage(CompletionStage<V> shared) {
        return shared.thenApply(value -> value);
    }
}
