package ghl.gateway.highlevel;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers what is asked of one location on one event loop until the loop has run what it is at. Whoever asks from another
 * thread is alone.
 */
final class Tick<V> {

    /** Answers all that was gathered. */
    @FunctionalInterface
    interface Server<V> {
        void serve(String locationId, Map<String, CompletableFuture<V>> askedById);
    }

    private record Place(String locationId, Thread eventLoop) {}

    private final Map<Place, Map<String, CompletableFuture<V>>> gathered = new ConcurrentHashMap<>();
    private final Server<V> server;

    Tick(Server<V> server) {
        this.server = server;
    }

    Uni<V> ask(String locationId, String id) {
        return Uni.createFrom().completionStage(() -> joined(locationId, id).thenApply(answer -> answer));
    }

    private CompletableFuture<V> joined(String locationId, String id) {
        Context context = Vertx.currentContext();
        if (context == null || !Context.isOnEventLoopThread()) {
            CompletableFuture<V> alone = new CompletableFuture<>();
            server.serve(locationId, Map.of(id, alone));
            return alone;
        }
        Place place = new Place(locationId, Thread.currentThread());
        return gathered.computeIfAbsent(place, first -> begin(context, first))
                .computeIfAbsent(id, first -> new CompletableFuture<>());
    }

    private Map<String, CompletableFuture<V>> begin(Context context, Place place) {
        context.runOnContext(over -> server.serve(place.locationId(), gathered.remove(place)));
        return new LinkedHashMap<>();
    }
}
