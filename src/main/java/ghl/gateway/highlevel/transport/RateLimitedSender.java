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

/** Sends requests when it is their turn, each within the time limit, and tells the budget how they ended. */
final class RateLimitedSender {

    private final Duration timeout;
    private final Clock clock;

    RateLimitedSender(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    <J> Uni<RestResponse<J>> once(PermitRequest turn, Supplier<Uni<RestResponse<J>>> request) {
        return once(turn, request, CircuitBreaker.CLOSED);
    }

    /** After a 429 it waits for its turn again, unless that would be too late: then the 429 is the outcome. */
    <J> Uni<RestResponse<J>> patiently(
            PermitRequest turn, Supplier<Uni<RestResponse<J>>> request, CircuitBreaker circuit) {
        return once(turn, request, circuit)
                .onFailure(TooManyCallsException.class)
                .recoverWithUni(refusal -> patiently(turn, request, circuit)
                        .onFailure(BudgetSpentException.class)
                        .transform(spent -> ((TooManyCallsException) refusal)
                                .knownToLast(((BudgetSpentException) spent).retryAfter())));
    }

    private <J> Uni<RestResponse<J>> once(
            PermitRequest turn, Supplier<Uni<RestResponse<J>>> request, CircuitBreaker circuit) {
        return turn.take().chain(grant -> circuit.guard(() -> settled(grant, request))
                .onFailure(CircuitBreakerOpenException.class)
                .invoke(grant::unused));
    }

    private <J> Uni<RestResponse<J>> settled(Permit grant, Supplier<Uni<RestResponse<J>>> request) {
        return limited(request)
                .invoke(answer -> grant.answered(RateHeaders.of(answer::getHeaderString, clock.instant())))
                .onFailure()
                .transform(failure -> settle(grant, failure))
                .onCancellation()
                .invoke(grant::abandoned);
    }

    /** @return the failure, with what the budget made of it */
    private Throwable settle(Permit grant, Throwable failure) {
        if (failure instanceof ErrorAnswerException answer && answer.saysTooMany()) {
            return new TooManyCallsException(answer, grant.refused(answer.rateHeaders(clock.instant())));
        }
        if (failure instanceof ErrorAnswerException answer) {
            grant.answered(answer.rateHeaders(clock.instant()));
        } else if (FailureTranslator.neverMade(failure)) {
            grant.unused();
        } else if (FailureTranslator.neverConnected(failure)) {
            grant.unreached();
        } else {
            grant.answered(RateHeaders.NONE);
        }
        return failure;
    }

    /**
     * Takes back a request that takes too long: {@link PreSendGuard} sees to it that it is not sent after all when a connection
     * comes free. SmallRye's {@code Guard} would let it run on.
     */
    private <J> Uni<RestResponse<J>> limited(Supplier<Uni<RestResponse<J>>> request) {
        return Uni.createFrom().deferred(() -> {
            Executor home = CallersContext.orElse(Runnable::run);
            return Uni.createFrom()
                    .deferred(request::get)
                    .ifNoItem()
                    .after(timeout)
                    .on(Timer.THREAD)
                    .fail()
                    .emitOn(home);
        });
    }
}
