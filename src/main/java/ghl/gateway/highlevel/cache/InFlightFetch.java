package ghl.gateway.highlevel.cache;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;

/** A fetch and the number of its waiters. Guarded by its {@link CacheEntry}. */
final class InFlightFetch<V> {

    final CompletableFuture<AgedValue<V>> value = new CompletableFuture<>();

    /** Whether it is a background refresh, which no caller has to wait for. */
    boolean refresh;

    /** Whether it goes on without waiters, for later callers. */
    boolean keptRunning;

    int waiters;
    Cancellable subscription = () -> {};

    InFlightFetch(boolean refresh) {
        this.refresh = refresh;
    }

    /** All waiters are served with a stale value. */
    void becomeRefresh() {
        refresh = true;
        keptRunning = true;
        waiters = 0;
    }

    void leave() {
        waiters = Math.max(0, waiters - 1);
    }

    boolean isWanted() {
        return keptRunning || waiters > 0;
    }
}
