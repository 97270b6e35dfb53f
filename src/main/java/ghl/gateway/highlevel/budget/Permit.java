package ghl.gateway.highlevel.budget;

import java.time.Duration;

/** The right to make one call now. Whoever makes it tells how it ended. */
public final class Permit {

    private final LocationBudget budget;
    private final CountedCall call;

    Permit(LocationBudget budget, CountedCall call) {
        this.budget = budget;
        this.call = call;
    }

    /** It was answered, or failed in a way that says nothing. */
    public void answered(RateHeaders headers) {
        budget.settle((allowance, now) -> allowance.answered(call, headers, now));
    }

    /**
     * It was answered with a 429.
     *
     * @return when the same call could be made at the earliest, as far as is known now
     */
    public Duration refused(RateHeaders headers) {
        budget.settle((allowance, now) -> allowance.refused(call, headers, now));
        return budget.wait(call.kind());
    }

    /** It was made, and nobody waits for its answer any more. */
    public void abandoned() {
        budget.settle((allowance, now) -> allowance.abandon(call, now));
    }

    /** It was made, and did not reach the CRM. */
    public void unreached() {
        budget.settle((allowance, now) -> allowance.unreached(call, now));
    }

    /** It was never made. */
    public void unused() {
        budget.settle((allowance, now) -> allowance.giveBack(call));
    }
}
