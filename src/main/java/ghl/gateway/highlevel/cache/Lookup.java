package ghl.gateway.highlevel.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Result of a lookup in a {@link CacheEntry}.
 *
 * @param started whether this lookup started the fetch
 * @param leave must be run when the caller no longer wants the value
 */
record Lookup<V>(CompletionStage<AgedValue<V>> value, boolean started, Runnable leave) {

    static <V> Lookup<V> hit(AgedValue<V> value) {
        return new Lookup<>(CompletableFuture.completedStage(value), false, () -> {});
    }

    /** A stage for this caller alone: its cancellation must not cancel the other waiters. */
    CompletionStage<AgedValue<V>> ownStage() {
        return value.thenApply(same -> same);
    }
}
