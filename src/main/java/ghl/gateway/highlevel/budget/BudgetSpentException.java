package ghl.gateway.highlevel.budget;

import java.time.Duration;

/** The location has no permit for the call before its deadline. The call was not made. */
public final class BudgetSpentException extends RuntimeException {

    private final Duration retryAfter;

    BudgetSpentException(Duration retryAfter) {
        super("the location's calls are used up for another " + retryAfter, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the same call could be made, as far as is known now. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
