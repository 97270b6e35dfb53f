package ghl.gateway.highlevel.budget;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;

/** A place in a location's line. It can be taken again: whoever was refused by the CRM keeps place and deadline. */
public final class PermitRequest {

    private final LocationBudget budget;
    private final CallKind kind;
    private final long deadline;
    private final long number;
    private final Executor elsewhere;
    private final RequesterKey asker;
    private final boolean canWait;
    private boolean gone;

    PermitRequest(
            LocationBudget budget,
            CallKind kind,
            RequesterKey asker,
            boolean canWait,
            long deadline,
            long number,
            Executor elsewhere) {
        this.budget = budget;
        this.canWait = canWait;
        this.kind = kind;
        this.asker = asker;
        this.deadline = deadline;
        this.number = number;
        this.elsewhere = elsewhere;
    }

    /**
     * Waits until the call may be made. Goes on where it was subscribed to: on the caller's Vert.x context, if any.
     * Cancelling leaves the line.
     *
     * @return fails with {@link BudgetSpentException} as soon as it is known that the deadline will pass before
     */
    public Uni<Permit> take() {
        return Uni.createFrom().emitter(emitter -> {
            Waiter waiting = new Waiter(this, emitter, elsewhere);
            emitter.onTermination(() -> budget.leave(waiting));
            budget.join(waiting);
        });
    }

    CallKind kind() {
        return kind;
    }

    /** Whether all others of its kind go first. */
    boolean canWait() {
        return canWait;
    }

    RequesterKey asker() {
        return asker;
    }

    /** In the order in which they were asked for. */
    long number() {
        return number;
    }

    /** Whether it has been this one's turn before. Guarded by the location's budget. */
    boolean hasGone() {
        return gone;
    }

    void goes() {
        gone = true;
    }

    /** In epoch milliseconds. */
    long deadline() {
        return deadline;
    }
}
