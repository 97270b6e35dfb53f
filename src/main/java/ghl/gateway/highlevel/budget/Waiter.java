package ghl.gateway.highlevel.budget;

import ghl.gateway.highlevel.async.CallersContext;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who waits for a turn, and where to go on with it. */
final class Waiter {

    private final PermitRequest turn;
    private final UniEmitter<? super Permit> emitter;
    private final Executor home;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param elsewhere where to go on with callers that have no Vert.x context */
    Waiter(PermitRequest turn, UniEmitter<? super Permit> emitter, Executor elsewhere) {
        this.turn = turn;
        this.emitter = emitter;
        this.home = CallersContext.orElse(elsewhere);
    }

    PermitRequest turn() {
        return turn;
    }

    /** Whether it has gone without an outcome; both cannot happen. */
    boolean leave() {
        return over.compareAndSet(false, true);
    }

    Executor whereItWaits() {
        return home;
    }

    void go(Permit grant) {
        if (over.compareAndSet(false, true)) {
            emitter.complete(grant);
        } else {
            grant.unused();
        }
    }

    void refuse(BudgetSpentException spent) {
        if (over.compareAndSet(false, true)) {
            emitter.fail(spent);
        }
    }
}
