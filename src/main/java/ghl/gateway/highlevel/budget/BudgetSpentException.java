package ghl.gateway.highlevel.budget;

import java.time.Duration;

/** A call cannot be made before its deadline, and has not been made. */
public final class BudgetSpentException extends RuntimeException {

    private final Duration retryAfter;

    BudgetSpentException(Duration retryAfter) {
        super("the location's calls are spent for another " + retryAfter, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When the same call could be made at the earliest, as far as is known now. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
