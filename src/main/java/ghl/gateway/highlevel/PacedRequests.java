package ghl.gateway.highlevel;

import ghl.gateway.highlevel.budget.BudgetSpent;
import ghl.gateway.highlevel.budget.Grant;
import ghl.gateway.highlevel.budget.RateHeaders;
import ghl.gateway.highlevel.budget.Turn;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends requests when it is their turn, each within the time limit, and tells the budget how they ended. */
final class PacedRequests {

    private final Guard timeLimit;
    private final Clock clock;

    PacedRequests(Duration timeout, Clock clock) {
        this.timeLimit = Guard.create()
                .withTimeout()
                .duration(timeout.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
        this.clock = clock;
    }

    <J> Uni<RestResponse<J>> once(Turn turn, Supplier<Uni<RestResponse<J>>> request) {
        return turn.take().chain(grant -> limited(request)
                .invoke(answer -> grant.answered(RateHeaders.of(answer::getHeaderString, clock.instant())))
                .onFailure()
                .invoke(failure -> settle(grant, failure))
                .onCancellation()
                .invoke(grant::abandoned));
    }

    /** After a 429 it waits for its turn again, unless that would be too late: then the 429 is the outcome. */
    <J> Uni<RestResponse<J>> patiently(Turn turn, Supplier<Uni<RestResponse<J>>> request) {
        return once(turn, request)
                .onFailure(PacedRequests::saysTooMany)
                .recoverWithUni(refusal ->
                        patiently(turn, request).onFailure(BudgetSpent.class).transform(spent -> refusal));
    }

    private void settle(Grant grant, Throwable failure) {
        if (failure instanceof ErrorAnswer answer && answer.saysTooMany()) {
            grant.refused(answer.rateHeaders(clock.instant()));
        } else if (failure instanceof ErrorAnswer answer) {
            grant.answered(answer.rateHeaders(clock.instant()));
        } else if (Failures.neverMade(failure)) {
            grant.unused();
        } else if (Failures.neverConnected(failure)) {
            grant.unreached();
        } else {
            grant.answered(RateHeaders.NONE);
        }
    }

    private static boolean saysTooMany(Throwable failure) {
        return failure instanceof ErrorAnswer answer && answer.saysTooMany();
    }

    @SuppressWarnings("unchecked")
    private <J> Uni<RestResponse<J>> limited(Supplier<Uni<RestResponse<J>>> request) {
        return timeLimit.get(request::get, Uni.class);
    }
}
