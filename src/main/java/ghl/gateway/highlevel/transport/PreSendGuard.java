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
 * Whether a request is still wanted when its connection is there, for which it may have waited: its caller may have gone,
 * its time may be over. The REST client calls back then and says no more than the Vert.x context, so each request has one
 * of its own; it sends what was cancelled meanwhile all the same.
 */
@ApplicationScoped
public class PreSendGuard {

    private static final String KEY = PreSendGuard.class.getName();

    private final Vertx vertx;

    public PreSendGuard(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Fails with {@link TooLateException} rather than send what is not wanted.
     *
     * @param over whether nothing may be sent any more; what is cancelled need not say so
     */
    <T> Supplier<Uni<T>> of(BooleanSupplier over, Supplier<Uni<T>> request) {
        return () -> {
            if (over.getAsBoolean()) {
                return Uni.createFrom().failure(new TooLateException());
            }
            AtomicBoolean cancelled = new AtomicBoolean();
            BooleanSupplier unwanted = () -> cancelled.get() || over.getAsBoolean();
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            own.putLocal(KEY, unwanted);
            return Uni.createFrom()
                    .deferred(request::get)
                    .runSubscriptionOn(task -> own.runOnContext(go -> task.run()))
                    .onCancellation()
                    .invoke(() -> cancelled.set(true));
        };
    }

    /** On the request's context, right before it is written. */
    static void beforeSending(HttpClientRequest request) {
        Context context = Vertx.currentContext();
        BooleanSupplier unwanted = context == null ? null : context.getLocal(KEY);
        if (unwanted != null && unwanted.getAsBoolean()) {
            request.exceptionHandler(told -> {}).reset(0, new TooLateException());
        }
    }
}
