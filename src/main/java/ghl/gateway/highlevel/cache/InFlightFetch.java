package ghl.gateway.highlevel.cache;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;

/** A value on its way, and how many wait for it. Guarded by its {@link CacheEntry}. */
final class InFlightFetch<V> {

    private final CompletableFuture<AgedValue<V>> value = new CompletableFuture<>();
    private boolean refresh;
    private int waiting;
    private boolean forLater;
    private Cancellable read = () -> {};

    /** @param refresh whether it was begun for nobody who waits */
    InFlightFetch(boolean refresh) {
        this.refresh = refresh;
    }

    CompletableFuture<AgedValue<V>> value() {
        return value;
    }

    boolean isRefresh() {
        return refresh;
    }

    /** Those who waited have got something older. */
    void becomesRefresh() {
        refresh = true;
        forLater = true;
        waiting = 0;
    }

    void join() {
        waiting++;
    }

    void leave() {
        waiting = Math.max(0, waiting - 1);
    }

    /** Whoever comes later wants it. */
    void goOn() {
        forLater = true;
    }

    boolean isWaitedFor() {
        return waiting > 0;
    }

    boolean isWanted() {
        return forLater || waiting > 0;
    }

    void startedBy(Cancellable subscription) {
        read = subscription;
    }

    void cancel() {
        read.cancel();
    }
}
