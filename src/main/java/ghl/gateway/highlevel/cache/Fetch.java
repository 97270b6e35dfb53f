package ghl.gateway.highlevel.cache;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;

/** A value on its way, and how many still want it. Guarded by its {@link Slot}. */
final class Fetch<V> {

    private final CompletableFuture<Told<V>> value = new CompletableFuture<>();
    private int wanted;
    private Cancellable read = () -> {};

    CompletableFuture<Told<V>> value() {
        return value;
    }

    void join() {
        wanted++;
    }

    /** @return whether nobody is left */
    boolean leave() {
        return --wanted == 0;
    }

    boolean isWanted() {
        return wanted > 0;
    }

    void startedBy(Cancellable subscription) {
        read = subscription;
    }

    void cancel() {
        read.cancel();
    }
}
