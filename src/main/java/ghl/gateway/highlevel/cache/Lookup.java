package ghl.gateway.highlevel.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What somebody gets who asks.
 *
 * @param began whether the read was begun for this one
 * @param leave to be run when this one does not want the value any more
 */
record Lookup<V>(CompletionStage<AgedValue<V>> value, boolean began, Runnable leave) {

    static <V> Lookup<V> known(V value, long ageMs) {
        return new Lookup<>(CompletableFuture.completedStage(new AgedValue<>(value, ageMs)), false, () -> {});
    }

    /** A stage of one's own: one who cancels must not cancel for the others. */
    CompletionStage<AgedValue<V>> own() {
        return value.thenApply(told -> told);
    }
}
