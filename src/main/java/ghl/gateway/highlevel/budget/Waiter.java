package ghl.gateway.highlevel.budget;

import ghl.gateway.highlevel.async.CallersContext;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** One subscriber that waits for a permit, and where it continues. Exactly one of its outcomes takes effect. */
final class Waiter {

    final PermitRequest request;
    final Executor executor;
    private final UniEmitter<? super Permit> emitter;
    private final AtomicBoolean done = new AtomicBoolean();

    /** A subscriber without a Vert.x context continues on the granting thread: all workers may be waiting. */
    Waiter(PermitRequest request, UniEmitter<? super Permit> emitter) {
        this.request = request;
        this.emitter = emitter;
        this.executor = CallersContext.orElse(Runnable::run);
    }

    /** @return false when it already has an outcome */
    boolean cancel() {
        return done.compareAndSet(false, true);
    }

    void grant(Permit permit) {
        if (done.compareAndSet(false, true)) {
            emitter.complete(permit);
        } else {
            permit.notSent();
        }
    }

    void refuse(BudgetSpentException spent) {
        if (done.compareAndSet(false, true)) {
            emitter.fail(spent);
        }
    }
}
