package ghl.gateway.highlevel.budget;

import java.time.Duration;

/** Permission to make one call now. The holder must report how the call ended. */
public final class Permit {

    private final LocationBudget budget;
    private final CountedCall call;

    Permit(LocationBudget budget, CountedCall call) {
        this.budget = budget;
        this.call = call;
    }

    /** The call was answered, or failed without any information about limits. */
    public void answered(RateHeaders headers) {
        budget.update((state, now) -> state.answered(call, headers, now));
    }

    /**
     * The call was answered with a 429.
     *
     * @return how long to wait before the same call could be made, as far as is known now
     */
    public Duration rateLimited(RateHeaders headers) {
        budget.update((state, now) -> state.rateLimited(call, headers, now));
        return budget.waitTime(call.kind());
    }

    /** The call was sent, and its answer is no longer awaited. */
    public void abandoned() {
        budget.update((state, now) -> state.abandoned(call, now));
    }

    public void notConnected() {
        budget.update((state, now) -> state.notConnected(call, now));
    }

    public void notSent() {
        budget.update((state, now) -> state.uncount(call));
    }
}
