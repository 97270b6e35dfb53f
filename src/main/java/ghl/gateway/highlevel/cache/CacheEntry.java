package ghl.gateway.highlevel.cache;

import ghl.gateway.highlevel.async.Timer;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The stored value of one key, and the fetch in flight for it. */
final class CacheEntry<V> {

    private record Stored<V>(V value, long since, int weight) {}

    /** Most calls are answered within this time once they have a permit. */
    private static final long STALE_AFTER_MS = 250;

    private final Freshness freshness;
    private final Clock clock;
    private final Consumer<CacheEntry<V>> onWeightChange;
    private Stored<V> stored;
    private InFlightFetch<V> inFlight;

    CacheEntry(Freshness freshness, Clock clock, Consumer<CacheEntry<V>> onWeightChange) {
        this.freshness = freshness;
        this.clock = clock;
        this.onWeightChange = onWeightChange;
    }

    /** @param context the caller's: a fetch that this lookup starts runs with it */
    Lookup<V> lookUp(BudgetPressure pressure, Supplier<Uni<V>> read, Context context) {
        InFlightFetch<V> started = null;
        InFlightFetch<V> replaced = null;
        Lookup<V> lookup;
        synchronized (this) {
            if (isFresh()) {
                return Lookup.hit(aged());
            }
            boolean refresh = BackgroundRefresh.isMarked(context);
            boolean serveStale = mayServeStale() && pressure.isHigh();
            if (inFlight == null || inFlight.refresh && !serveStale && !refresh) {
                replaced = inFlight;
                started = new InFlightFetch<>(serveStale || refresh);
                inFlight = started;
            }
            if (serveStale) {
                inFlight.keptRunning = true;
                lookup = Lookup.hit(aged());
            } else {
                lookup = join(inFlight, started != null);
            }
        }
        if (replaced != null) {
            cancelUnlessAwaited(replaced);
        }
        if (started != null) {
            start(started, pressure, read, started.refresh ? BackgroundRefresh.mark(context) : context);
        }
        return lookup;
    }

    private Lookup<V> join(InFlightFetch<V> fetch, boolean started) {
        fetch.waiters++;
        return new Lookup<>(fetch.value, started, () -> leave(fetch));
    }

    private void cancelUnlessAwaited(InFlightFetch<V> refresh) {
        synchronized (this) {
            if (refresh.waiters > 0) {
                return;
            }
        }
        refresh.subscription.cancel();
    }

    synchronized Optional<V> fresh() {
        return isFresh() ? Optional.ofNullable(stored.value()) : Optional.empty();
    }

    synchronized Optional<V> freshOrStale() {
        return isFresh() || mayServeStale() ? Optional.ofNullable(stored.value()) : Optional.empty();
    }

    /** Whether a caller needs no call of its own while calls are scarce. */
    synchronized boolean needsNoCall() {
        return inFlight != null || isFresh() || mayServeStale();
    }

    void store(V value) {
        if (freshness.storesValues()) {
            Stored<V> next = new Stored<>(value, clock.millis(), SizeEstimator.of(value));
            synchronized (this) {
                stored = next;
            }
            onWeightChange.accept(this);
        }
    }

    synchronized int weight() {
        return stored == null ? SizeEstimator.EMPTY : stored.weight();
    }

    private void start(InFlightFetch<V> fetch, BudgetPressure pressure, Supplier<Uni<V>> read, Context context) {
        var subscription = Uni.createFrom()
                .deferred(read::get)
                .subscribe()
                .with(context, value -> succeed(fetch, value), failure -> fail(fetch, pressure, failure));
        boolean wanted;
        synchronized (this) {
            fetch.subscription = subscription;
            wanted = fetch.isWanted();
        }
        if (!wanted) {
            fetch.subscription.cancel();
        } else if (!fetch.refresh) {
            serveStaleLater(fetch, pressure);
        }
    }

    /** Calls can become scarce between the check and the queue, when others ask at the same moment. */
    private void serveStaleLater(InFlightFetch<V> fetch, BudgetPressure pressure) {
        synchronized (this) {
            if (fetch.value.isDone() || !mayServeStale()) {
                return;
            }
        }
        Future<?> task =
                Timer.THREAD.schedule(() -> serveStale(fetch, pressure), STALE_AFTER_MS, TimeUnit.MILLISECONDS);
        fetch.value.whenComplete((value, failure) -> task.cancel(false));
    }

    private void serveStale(InFlightFetch<V> fetch, BudgetPressure pressure) {
        boolean scarce = pressure.isHigh();
        AgedValue<V> stale;
        synchronized (this) {
            if (!scarce || inFlight != fetch || !mayServeStale()) {
                return;
            }
            fetch.becomeRefresh();
            stale = aged();
        }
        fetch.value.complete(stale);
    }

    private void leave(InFlightFetch<V> fetch) {
        synchronized (this) {
            fetch.leave();
            if (fetch.isWanted()) {
                return;
            }
            end(fetch);
        }
        fetch.subscription.cancel();
    }

    private void succeed(InFlightFetch<V> fetch, V value) {
        store(value);
        synchronized (this) {
            end(fetch);
        }
        fetch.value.complete(new AgedValue<>(value, 0));
    }

    private void fail(InFlightFetch<V> fetch, BudgetPressure pressure, Throwable failure) {
        AgedValue<V> stale;
        synchronized (this) {
            end(fetch);
            stale = mayServeStale() && pressure.caused(failure) ? aged() : null;
        }
        if (stale == null) {
            fetch.value.completeExceptionally(failure);
        } else {
            fetch.value.complete(stale);
        }
    }

    private void end(InFlightFetch<V> fetch) {
        inFlight = inFlight == fetch ? null : inFlight;
    }

    private boolean isFresh() {
        return stored != null && freshness.isFresh(stored.value(), age());
    }

    private boolean mayServeStale() {
        return stored != null && freshness.mayServeStale(stored.value(), age());
    }

    private AgedValue<V> aged() {
        return new AgedValue<>(stored.value(), age());
    }

    private long age() {
        return clock.millis() - stored.since();
    }
}
