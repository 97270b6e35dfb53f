package ghl.gateway.highlevel;

import ghl.gateway.highlevel.Delivery.TooLate;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Whether a delivery is still in time when its connection is there, for which it may have waited. The REST client calls
 * back then and says no more than the Vert.x context, so each request of a delivery has one of its own.
 */
@ApplicationScoped
class LastCheck {

    private static final String KEY = Delivery.class.getName();

    private final Vertx vertx;

    LastCheck(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Fails with {@link TooLate} rather than send. */
    <T> Supplier<Uni<T>> of(Delivery delivery, Supplier<Uni<T>> request) {
        return () -> {
            if (delivery.isOver()) {
                return Uni.createFrom().failure(new TooLate());
            }
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            own.putLocal(KEY, delivery);
            return Uni.createFrom()
                    .deferred(request::get)
                    .runSubscriptionOn(task -> own.runOnContext(go -> task.run()));
        };
    }

    /** On the request's context, right before it is written. */
    static void beforeSending(HttpClientRequest request) {
        Context context = Vertx.currentContext();
        Delivery delivery = context == null ? null : context.getLocal(KEY);
        if (delivery != null && delivery.isOver()) {
            request.exceptionHandler(told -> {}).reset(0, new TooLate());
        }
    }
}
