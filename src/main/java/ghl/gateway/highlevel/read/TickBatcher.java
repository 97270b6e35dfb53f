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
 * Collects the ids that are requested of one location on one event loop until its current task ends. Requests from
 * other threads are not batched.
 */
final class TickBatcher<V> {

    @FunctionalInterface
    interface BatchLoader<V> {

        /** @param context of the caller that can wait longest, because all callers share its outcome */
        Cancellable load(String locationId, Map<String, CompletableFuture<V>> answersById, Context context);
    }

    /** Cancelled when its last caller leaves. */
    private final class Batch {
        private final Map<String, CompletableFuture<V>> answersById = new LinkedHashMap<>();
        private final AtomicInteger callers = new AtomicInteger();
        private Context context;
        private volatile Cancellable loading = () -> {};

        Batch(Context context) {
            this.context = context;
        }

        /** Called on the event loop of the batch only, or by its single caller. */
        Uni<V> add(String id, Context caller) {
            callers.incrementAndGet();
            context = timeLeft(caller).compareTo(timeLeft(context)) > 0 ? caller : context;
            CompletableFuture<V> answer = answersById.computeIfAbsent(id, first -> new CompletableFuture<>());
            return Uni.createFrom()
                    .completionStage(() -> answer.thenApply(value -> value))
                    .onCancellation()
                    .invoke(this::leave);
        }

        private void leave() {
            if (callers.decrementAndGet() == 0) {
                loading.cancel();
            }
        }

        void load(String locationId) {
            if (callers.get() > 0) {
                loading = loader.load(locationId, answersById, context);
            }
        }
    }

    /** Callers without a {@link ReadContext} have no deadline of their own. */
    private static Duration timeLeft(Context caller) {
        return ReadContext.in(caller).map(ReadContext::timeLeft).orElse(ChronoUnit.FOREVER.getDuration());
    }

    private record BatchKey(String locationId, Thread eventLoop, boolean refresh) {}

    private final Map<BatchKey, Batch> batches = new ConcurrentHashMap<>();
    private final BatchLoader<V> loader;

    TickBatcher(BatchLoader<V> loader) {
        this.loader = loader;
    }

    Uni<V> load(String locationId, String id) {
        return Uni.createFrom().context(caller -> {
            io.vertx.core.Context loop = Vertx.currentContext();
            if (loop == null || !io.vertx.core.Context.isOnEventLoopThread()) {
                return loadAlone(locationId, id, caller);
            }
            BatchKey key = new BatchKey(locationId, Thread.currentThread(), BackgroundRefresh.isMarked(caller));
            return batches.computeIfAbsent(key, first -> start(loop, first, caller))
                    .add(id, caller);
        });
    }

    private Uni<V> loadAlone(String locationId, String id, Context caller) {
        Batch batch = new Batch(caller);
        Uni<V> answer = batch.add(id, caller);
        batch.load(locationId);
        return answer;
    }

    private Batch start(io.vertx.core.Context loop, BatchKey key, Context caller) {
        loop.runOnContext(nothing -> batches.remove(key).load(key.locationId()));
        return new Batch(caller);
    }
}
