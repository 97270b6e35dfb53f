package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.async.Timer;
import ghl.gateway.highlevel.budget.BudgetSpentException;
import ghl.gateway.highlevel.budget.Permit;
import ghl.gateway.highlevel.budget.PermitRequest;
import ghl.gateway.highlevel.budget.RateHeaders;
import ghl.gateway.highlevel.circuit.CircuitBreaker;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends each request when it has a permit, within the timeout, and reports to the budget how it ended. */
record RateLimitedSender(Duration timeout, Clock clock) {

    <J> Uni<RestResponse<J>> sendOnce(PermitRequest permitRequest, Supplier<Uni<RestResponse<J>>> request) {
        return sendOnce(permitRequest, request, CircuitBreaker.CLOSED);
    }

    /** Acquires another permit after a 429, unless that would be too late: then the 429 is the outcome. */
    <J> Uni<RestResponse<J>> sendUntilPermitted(
            PermitRequest permitRequest, Supplier<Uni<RestResponse<J>>> request, CircuitBreaker circuit) {
        return sendOnce(permitRequest, request, circuit)
                .onFailure(failure -> failure instanceof ErrorAnswerException answer && answer.isRateLimit())
                .recoverWithUni(refusal -> sendUntilPermitted(permitRequest, request, circuit)
                        .onFailure(BudgetSpentException.class)
                        .transform(spent -> ((ErrorAnswerException) refusal)
                                .withRetryAfter(((BudgetSpentException) spent).retryAfter())));
    }

    private <J> Uni<RestResponse<J>> sendOnce(
            PermitRequest permitRequest, Supplier<Uni<RestResponse<J>>> request, CircuitBreaker circuit) {
        return permitRequest.acquire().chain(permit -> circuit.guard(() -> send(permit, request))
                .onFailure(CircuitBreakerOpenException.class)
                .invoke(permit::notSent));
    }

    private <J> Uni<RestResponse<J>> send(Permit permit, Supplier<Uni<RestResponse<J>>> request) {
        return withTimeout(request)
                .invoke(answer -> permit.answered(RateHeaders.of(answer::getHeaderString, clock.instant())))
                .onFailure()
                .transform(failure -> report(permit, failure))
                .onCancellation()
                .invoke(permit::abandoned);
    }

    /** @return the failure; for a 429 with the wait that the budget derives from it */
    private Throwable report(Permit permit, Throwable failure) {
        if (failure instanceof ErrorAnswerException answer) {
            RateHeaders headers = answer.rateHeaders(clock.instant());
            if (answer.isRateLimit()) {
                return answer.withRetryAfter(permit.rateLimited(headers));
            }
            permit.answered(headers);
        } else if (FailureTranslator.wasNeverSent(failure)) {
            permit.notSent();
        } else if (FailureTranslator.neverConnected(failure)) {
            permit.notConnected();
        } else {
            permit.answered(RateHeaders.NONE);
        }
        return failure;
    }

    /**
     * Cancels a request that takes too long. {@link PreSendGuard} then keeps it from being sent when a connection
     * becomes free. SmallRye's {@code Guard} would let it run on.
     */
    private <J> Uni<RestResponse<J>> withTimeout(Supplier<Uni<RestResponse<J>>> request) {
        return Uni.createFrom().deferred(() -> {
            Executor caller = CallersContext.orElse(Runnable::run);
            return Uni.createFrom()
                    .deferred(request::get)
                    .ifNoItem()
                    .after(timeout)
                    .on(Timer.THREAD)
                    .fail()
                    .emitOn(caller);
        });
    }
}
