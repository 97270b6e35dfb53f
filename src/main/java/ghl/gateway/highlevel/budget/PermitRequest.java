package ghl.gateway.highlevel.budget;

import io.smallrye.mutiny.Uni;

/** A request for a permit. It can be repeated: a call that got a 429 keeps its place and its deadline. */
public final class PermitRequest {

    final CallKind kind;
    final RequesterKey requester;

    /** Whether all others of its kind go first. */
    final boolean background;

    /** Epoch milliseconds. */
    final long deadline;

    /** Ascending in the order of creation. */
    final long number;

    /** Whether it has had a permit before. Guarded by the location's budget. */
    boolean wasGranted;

    private final LocationBudget budget;

    PermitRequest(
            LocationBudget budget,
            CallKind kind,
            RequesterKey requester,
            boolean background,
            long deadline,
            long number) {
        this.budget = budget;
        this.kind = kind;
        this.requester = requester;
        this.background = background;
        this.deadline = deadline;
        this.number = number;
    }

    /**
     * Waits for a permit, then continues on the subscriber's Vert.x context. Cancelling leaves the queue.
     *
     * @return fails with {@link BudgetSpentException} as soon as it is known that there is no permit before the
     *     deadline
     */
    public Uni<Permit> acquire() {
        return Uni.createFrom().emitter(emitter -> {
            Waiter waiter = new Waiter(this, emitter);
            emitter.onTermination(() -> budget.leave(waiter));
            budget.join(waiter);
        });
    }
}
