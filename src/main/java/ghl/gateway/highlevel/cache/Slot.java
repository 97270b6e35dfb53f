package ghl.gateway.highlevel.cache;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One key's value, or the way to it. */
final class Slot<V> {

    private record Kept<V>(V value, long since) {}

    private final Freshness freshness;
    private final Clock clock;
    private Kept<V> kept;
    private CompletableFuture<V> underway;

    Slot(Freshness freshness, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    CompletionStage<V> value(Shortage shortage, Supplier<Uni<V>> read) {
        CompletableFuture<V> mine = null;
        CompletionStage<V> value;
        synchronized (this) {
            if (kept != null && freshness.isFresh(kept.value(), age())) {
                return CompletableFuture.completedStage(kept.value());
            }
            if (underway == null) {
                mine = new CompletableFuture<>();
                underway = mine;
            }
            value = isBetterThanWaiting() && shortage.isNow()
                    ? CompletableFuture.completedStage(kept.value())
                    : underway;
        }
        if (mine != null) {
            fetch(mine, shortage, read);
        }
        return value;
    }

    synchronized Optional<V> fresh() {
        return kept != null && freshness.isFresh(kept.value(), age())
                ? Optional.ofNullable(kept.value())
                : Optional.empty();
    }

    synchronized void keep(V value) {
        kept = freshness.keepsNothing() ? null : new Kept<>(value, clock.millis());
    }

    private void fetch(CompletableFuture<V> mine, Shortage shortage, Supplier<Uni<V>> read) {
        Uni.createFrom().deferred(read::get).subscribe().with(value -> succeed(mine, value), failure -> {
            if (!fallBack(mine, shortage, failure)) {
                mine.completeExceptionally(failure);
            }
        });
    }

    private void succeed(CompletableFuture<V> mine, V value) {
        synchronized (this) {
            underway = null;
            keep(value);
        }
        mine.complete(value);
    }

    private boolean fallBack(CompletableFuture<V> mine, Shortage shortage, Throwable failure) {
        Kept<V> old;
        synchronized (this) {
            underway = null;
            old = isBetterThanWaiting() && shortage.explains(failure) ? kept : null;
        }
        return old != null && mine.complete(old.value());
    }

    private boolean isBetterThanWaiting() {
        return kept != null && freshness.isBetterThanWaiting(kept.value(), age());
    }

    private long age() {
        return clock.millis() - kept.since();
    }
}
