package ghl.gateway.highlevel.read;

import ghl.gateway.highlevel.cache.BackgroundRefresh;
import ghl.gateway.highlevel.call.ReadContext;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gathers what is asked of one location on one event loop until the loop has run what it is at. Whoever asks from another
 * thread is alone.
 */
final class TickBatcher<V> {

    /** Answers all that was gathered. */
    @FunctionalInterface
    interface BatchLoader<V> {

        /** @param context of who can wait longest, for all get what that one gets */
        Cancellable serve(String locationId, Map<String, CompletableFuture<V>> askedById, Context context);
    }

    /** What is asked at one place in one tick; served no longer than somebody wants it. */
    private final class Batch {
        private final Map<String, CompletableFuture<V>> askedById = new LinkedHashMap<>();
        private final AtomicInteger wanted = new AtomicInteger();
        private Context context;
        private volatile Cancellable serving = () -> {};

        Batch(Context context) {
            this.context = context;
        }

        /** On the event loop that gathers, or by the only one who asks. */
        Uni<V> ask(String id, Context asker) {
            wanted.incrementAndGet();
            context = patience(asker).compareTo(patience(context)) > 0 ? asker : context;
            CompletableFuture<V> answer = askedById.computeIfAbsent(id, first -> new CompletableFuture<>());
            return Uni.createFrom()
                    .completionStage(() -> answer.thenApply(value -> value))
                    .onCancellation()
                    .invoke(this::leave);
        }

        private void leave() {
            if (wanted.decrementAndGet() == 0) {
                serving.cancel();
            }
        }

        void serve(String locationId) {
            if (wanted.get() > 0) {
                serving = server.serve(locationId, askedById, context);
            }
        }
    }

    /** Who asks for no inquiry waits as long as any can. */
    private static Duration patience(Context asker) {
        return ReadContext.in(asker).map(ReadContext::left).orElse(ChronoUnit.FOREVER.getDuration());
    }

    private record Place(String locationId, Thread eventLoop, boolean refresh) {}

    private final Map<Place, Batch> gathered = new ConcurrentHashMap<>();
    private final BatchLoader<V> server;

    TickBatcher(BatchLoader<V> server) {
        this.server = server;
    }

    Uni<V> ask(String locationId, String id) {
        return Uni.createFrom().context(mutiny -> {
            io.vertx.core.Context loop = Vertx.currentContext();
            if (loop == null || !io.vertx.core.Context.isOnEventLoopThread()) {
                return alone(locationId, id, mutiny);
            }
            Place place = new Place(locationId, Thread.currentThread(), BackgroundRefresh.in(mutiny));
            return gathered.computeIfAbsent(place, first -> begin(loop, first, mutiny))
                    .ask(id, mutiny);
        });
    }

    private Uni<V> alone(String locationId, String id, Context context) {
        Batch batch = new Batch(context);
        Uni<V> answer = batch.ask(id, context);
        batch.serve(locationId);
        return answer;
    }

    private Batch begin(io.vertx.core.Context loop, Place place, Context context) {
        loop.runOnContext(over -> gathered.remove(place).serve(place.locationId()));
        return new Batch(context);
    }
}
