package ghl.gateway.highlevel.budget;

import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.concurrent.Executor;

/** A place in a location's line. It can be taken again: whoever was refused by the CRM keeps place and deadline. */
public final class Turn implements Comparable<Turn> {

    private static final Comparator<Turn> FAIR = Comparator.<Turn, Boolean>comparing(turn -> turn.canWait)
            .thenComparingLong(turn -> turn.round)
            .thenComparingLong(turn -> turn.number);

    private final LocationBudget budget;
    private final CallKind kind;
    private final long deadline;
    private final long number;
    private final Executor elsewhere;
    private final Object caller;
    private final boolean canWait;
    private long round;

    Turn(
            LocationBudget budget,
            CallKind kind,
            Object caller,
            boolean canWait,
            long deadline,
            long number,
            Executor elsewhere) {
        this.budget = budget;
        this.canWait = canWait;
        this.kind = kind;
        this.caller = caller;
        this.deadline = deadline;
        this.number = number;
        this.elsewhere = elsewhere;
    }

    /**
     * Waits until the call may be made. Goes on where it was subscribed to: on the caller's Vert.x context, if any.
     * Cancelling leaves the line.
     *
     * @return fails with {@link BudgetSpent} as soon as it is known that the deadline will pass before
     */
    public Uni<Grant> take() {
        return Uni.createFrom().emitter(emitter -> {
            Waiting waiting = new Waiting(this, emitter, elsewhere);
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

    Object caller() {
        return caller;
    }

    /** Which of the line's rounds it is in; 0 before it has joined. Guarded by the location's budget. */
    long round() {
        return round;
    }

    void joins(long ofRound) {
        round = ofRound;
    }

    /** In epoch milliseconds. */
    long deadline() {
        return deadline;
    }

    @Override
    public int compareTo(Turn other) {
        return FAIR.compare(this, other);
    }
}
