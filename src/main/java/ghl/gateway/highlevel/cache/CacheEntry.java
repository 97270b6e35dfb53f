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

/** One key's value, or the way to it. */
final class CacheEntry<V> {

    private record Kept<V>(V value, long since, int weight) {}

    /** A call that has its turn is answered by then, mostly. */
    private static final long PATIENCE_MS = 250;

    private final Freshness freshness;
    private final Clock clock;
    private final Consumer<CacheEntry<V>> weighAgain;
    private Kept<V> kept;
    private InFlightFetch<V> underway;

    /** @param weighAgain told when another value is kept */
    CacheEntry(Freshness freshness, Clock clock, Consumer<CacheEntry<V>> weighAgain) {
        this.freshness = freshness;
        this.clock = clock;
        this.weighAgain = weighAgain;
    }

    /** @param context of the one who asks: a read that is begun is begun on its behalf */
    Lookup<V> ask(BudgetPressure shortage, Supplier<Uni<V>> read, Context context) {
        InFlightFetch<V> mine = null;
        InFlightFetch<V> replaced = null;
        Lookup<V> asked;
        synchronized (this) {
            if (isFresh()) {
                return Lookup.known(kept.value(), age());
            }
            boolean oldWillDo = isBetterThanWaiting() && shortage.isNow();
            if (underway == null || underway.isRefresh() && !oldWillDo && !BackgroundRefresh.in(context)) {
                replaced = underway;
                mine = new InFlightFetch<>(oldWillDo || BackgroundRefresh.in(context));
                underway = mine;
            }
            asked = oldWillDo ? old() : joined(underway, mine != null);
        }
        if (replaced != null) {
            cancelUnlessWaitedFor(replaced);
        }
        if (mine != null) {
            start(mine, shortage, read, mine.isRefresh() ? BackgroundRefresh.of(context) : context);
        }
        return asked;
    }

    private Lookup<V> old() {
        underway.goOn();
        return Lookup.known(kept.value(), age());
    }

    private Lookup<V> joined(InFlightFetch<V> fetch, boolean began) {
        fetch.join();
        return new Lookup<>(fetch.value(), began, () -> leave(fetch));
    }

    private void cancelUnlessWaitedFor(InFlightFetch<V> refresh) {
        boolean waitedFor;
        synchronized (this) {
            waitedFor = refresh.isWaitedFor();
        }
        if (!waitedFor) {
            refresh.cancel();
        }
    }

    synchronized Optional<V> fresh() {
        return isFresh() ? Optional.ofNullable(kept.value()) : Optional.empty();
    }

    synchronized Optional<V> known() {
        return isFresh() || isBetterThanWaiting() ? Optional.ofNullable(kept.value()) : Optional.empty();
    }

    /** Something that may be handed out, or is on its way: no call is needed for it while calls are scarce. */
    synchronized boolean needsNoCall() {
        return underway != null || isFresh() || isBetterThanWaiting();
    }

    void keep(V value) {
        if (!freshness.keepsNothing()) {
            Kept<V> now = new Kept<>(value, clock.millis(), SizeEstimator.of(value));
            synchronized (this) {
                kept = now;
            }
            weighAgain.accept(this);
        }
    }

    synchronized int weight() {
        return kept == null ? SizeEstimator.EMPTY : kept.weight();
    }

    private void start(InFlightFetch<V> mine, BudgetPressure shortage, Supplier<Uni<V>> read, Context context) {
        var subscription = Uni.createFrom()
                .deferred(read::get)
                .subscribe()
                .with(context, value -> succeed(mine, value), failure -> fail(mine, shortage, failure));
        boolean wanted;
        synchronized (this) {
            mine.startedBy(subscription);
            wanted = mine.isWanted();
        }
        if (!wanted) {
            mine.cancel();
        } else if (!mine.isRefresh()) {
            settleForOldAfterAWhile(mine, shortage);
        }
    }

    /**
     * Calls may become scarce after a look at them and before a place in the line: what asks in the same moment takes
     * them.
     */
    private void settleForOldAfterAWhile(InFlightFetch<V> mine, BudgetPressure shortage) {
        synchronized (this) {
            if (mine.value().isDone() || !isBetterThanWaiting()) {
                return;
            }
        }
        Future<?> alarm = Timer.THREAD.schedule(() -> settleForOld(mine, shortage), PATIENCE_MS, TimeUnit.MILLISECONDS);
        mine.value().whenComplete((value, failure) -> alarm.cancel(false));
    }

    private void settleForOld(InFlightFetch<V> mine, BudgetPressure shortage) {
        boolean scarce = shortage.isNow();
        AgedValue<V> old;
        synchronized (this) {
            if (!scarce || underway != mine || !isBetterThanWaiting()) {
                return;
            }
            mine.becomesRefresh();
            old = new AgedValue<>(kept.value(), age());
        }
        mine.value().complete(old);
    }

    private void leave(InFlightFetch<V> fetch) {
        synchronized (this) {
            fetch.leave();
            if (fetch.isWanted()) {
                return;
            }
            end(fetch);
        }
        fetch.cancel();
    }

    private void succeed(InFlightFetch<V> mine, V value) {
        keep(value);
        synchronized (this) {
            end(mine);
        }
        mine.value().complete(new AgedValue<>(value, 0));
    }

    private void fail(InFlightFetch<V> mine, BudgetPressure shortage, Throwable failure) {
        AgedValue<V> old;
        synchronized (this) {
            end(mine);
            old = isBetterThanWaiting() && shortage.explains(failure) ? new AgedValue<>(kept.value(), age()) : null;
        }
        if (old == null) {
            mine.value().completeExceptionally(failure);
        } else {
            mine.value().complete(old);
        }
    }

    private void end(InFlightFetch<V> fetch) {
        underway = underway == fetch ? null : underway;
    }

    private boolean isFresh() {
        return kept != null && freshness.isFresh(kept.value(), age());
    }

    private boolean isBetterThanWaiting() {
        return kept != null && freshness.isBetterThanWaiting(kept.value(), age());
    }

    private long age() {
        return clock.millis() - kept.since();
    }
}
