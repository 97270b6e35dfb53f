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
final class Slot<V> {

    private record Kept<V>(V value, long since, int weight) {}

    /** A call that has its turn is answered by then, mostly. */
    private static final long PATIENCE_MS = 250;

    private final Freshness freshness;
    private final Clock clock;
    private final Consumer<Slot<V>> weighAgain;
    private Kept<V> kept;
    private Fetch<V> underway;

    /** @param weighAgain told when another value is kept */
    Slot(Freshness freshness, Clock clock, Consumer<Slot<V>> weighAgain) {
        this.freshness = freshness;
        this.clock = clock;
        this.weighAgain = weighAgain;
    }

    /** @param context of the one who asks: a read that is begun is begun on its behalf */
    Asked<V> ask(Shortage shortage, Supplier<Uni<V>> read, Context context) {
        Fetch<V> mine = null;
        Fetch<V> replaced = null;
        Asked<V> asked;
        synchronized (this) {
            if (isFresh()) {
                return Asked.known(kept.value(), age());
            }
            boolean oldWillDo = isBetterThanWaiting() && shortage.isNow();
            if (underway == null || underway.isRefresh() && !oldWillDo && !Refresh.in(context)) {
                replaced = underway;
                mine = new Fetch<>(oldWillDo || Refresh.in(context));
                underway = mine;
            }
            asked = oldWillDo ? old() : joined(underway, mine != null);
        }
        if (replaced != null) {
            cancelUnlessWaitedFor(replaced);
        }
        if (mine != null) {
            start(mine, shortage, read, mine.isRefresh() ? Refresh.of(context) : context);
        }
        return asked;
    }

    private Asked<V> old() {
        underway.goOn();
        return Asked.known(kept.value(), age());
    }

    private Asked<V> joined(Fetch<V> fetch, boolean began) {
        fetch.join();
        return new Asked<>(fetch.value(), began, () -> leave(fetch));
    }

    private void cancelUnlessWaitedFor(Fetch<V> refresh) {
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
            Kept<V> now = new Kept<>(value, clock.millis(), Weight.of(value));
            synchronized (this) {
                kept = now;
            }
            weighAgain.accept(this);
        }
    }

    synchronized int weight() {
        return kept == null ? Weight.EMPTY : kept.weight();
    }

    private void start(Fetch<V> mine, Shortage shortage, Supplier<Uni<V>> read, Context context) {
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
    private void settleForOldAfterAWhile(Fetch<V> mine, Shortage shortage) {
        synchronized (this) {
            if (mine.value().isDone() || !isBetterThanWaiting()) {
                return;
            }
        }
        Future<?> alarm = Timer.THREAD.schedule(() -> settleForOld(mine, shortage), PATIENCE_MS, TimeUnit.MILLISECONDS);
        mine.value().whenComplete((value, failure) -> alarm.cancel(false));
    }

    private void settleForOld(Fetch<V> mine, Shortage shortage) {
        boolean scarce = shortage.isNow();
        Told<V> old;
        synchronized (this) {
            if (!scarce || underway != mine || !isBetterThanWaiting()) {
                return;
            }
            mine.becomesRefresh();
            old = new Told<>(kept.value(), age());
        }
        mine.value().complete(old);
    }

    private void leave(Fetch<V> fetch) {
        synchronized (this) {
            fetch.leave();
            if (fetch.isWanted()) {
                return;
            }
            end(fetch);
        }
        fetch.cancel();
    }

    private void succeed(Fetch<V> mine, V value) {
        keep(value);
        synchronized (this) {
            end(mine);
        }
        mine.value().complete(new Told<>(value, 0));
    }

    private void fail(Fetch<V> mine, Shortage shortage, Throwable failure) {
        Told<V> old;
        synchronized (this) {
            end(mine);
            old = isBetterThanWaiting() && shortage.explains(failure) ? new Told<>(kept.value(), age()) : null;
        }
        if (old == null) {
            mine.value().completeExceptionally(failure);
        } else {
            mine.value().complete(old);
        }
    }

    private void end(Fetch<V> fetch) {
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
