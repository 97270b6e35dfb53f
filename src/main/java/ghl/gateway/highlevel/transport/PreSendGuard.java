package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.call.CallDeadline.TooLateException;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Checks again, when a request gets its connection, whether it is still wanted: its caller may have left or its
 * deadline passed while it waited. The REST client sends even cancelled requests, and its callback only knows the
 * Vert.x context, so each request gets a context of its own.
 */
@ApplicationScoped
public class PreSendGuard {

    private static final String KEY = PreSendGuard.class.getName();

    private final Vertx vertx;

    public PreSendGuard(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Wraps a request, so that it fails with {@link TooLateException} instead of being sent once it is unwanted.
     *
     * @param isOver whether the request is unwanted; a cancelled subscription is detected without it
     */
    <T> Supplier<Uni<T>> guard(BooleanSupplier isOver, Supplier<Uni<T>> request) {
        return () -> {
            if (isOver.getAsBoolean()) {
                return Uni.createFrom().failure(new TooLateException());
            }
            AtomicBoolean cancelled = new AtomicBoolean();
            BooleanSupplier unwanted = () -> cancelled.get() || isOver.getAsBoolean();
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            own.putLocal(KEY, unwanted);
            return Uni.createFrom()
                    .deferred(request::get)
                    .runSubscriptionOn(task -> own.runOnContext(nothing -> task.run()))
                    .onCancellation()
                    .invoke(() -> cancelled.set(true));
        };
    }

    /** Called on the request's context right before it is written. */
    static void beforeSending(HttpClientRequest request) {
        Context context = Vertx.currentContext();
        BooleanSupplier unwanted = context == null ? null : context.getLocal(KEY);
        if (unwanted != null && unwanted.getAsBoolean()) {
            request.exceptionHandler(ignored -> {}).reset(0, new TooLateException());
        }
    }
}
