package ghl.gateway.highlevel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Values by key, kept for a while. Whoever asks while a value is on its way shares it; failures are not kept. Not
 * Caffeine's {@code AsyncCache}, which logs every failure of its own accord.
 */
final class Remembered<V> {

    private final Cache<String, CompletableFuture<V>> cache;

    Remembered(Duration ttl, long most, Clock clock) {
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(ttl)
                .maximumSize(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    Uni<V> get(String key, Supplier<Uni<V>> read) {
        return Uni.createFrom().completionStage(() -> shared(key, read));
    }

    /** Every caller gets a stage of its own: one who cancels must not cancel for the others. */
    private CompletionStage<V> shared(String key, Supplier<Uni<V>> read) {
        CompletableFuture<V> value =
                cache.get(key, missing -> read.get().subscribe().asCompletionStage());
        return value.whenComplete((item, failure) -> {
            if (failure != null) {
                cache.asMap().remove(key, value);
            }
        });
    }
}
