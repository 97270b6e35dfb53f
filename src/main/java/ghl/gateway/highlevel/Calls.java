package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.budget.CallKind.READ;
import static ghl.gateway.highlevel.budget.CallKind.WRITE;

import ghl.gateway.highlevel.UpstreamException.Rejected;
import ghl.gateway.highlevel.budget.CallKind;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.Turn;
import ghl.gateway.highlevel.wire.DoneJson;
import ghl.gateway.highlevel.wire.MalformedAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Makes one call when the location's budget lets it, with a time limit, and turns whatever goes wrong into an
 * {@link UpstreamException}; under a {@link Delivery}, in time or not at all. A read that the CRM refuses with a 429 waits and asks again within its deadline; nothing else
 * is retried.
 */
@ApplicationScoped
class Calls {

    private final RateBudget budget;
    private final PacedRequests requests;
    private final LastCheck lastCheck;

    Calls(HighLevelConfig config, RateBudget budget, LastCheck lastCheck, Clock clock) {
        this.lastCheck = lastCheck;
        this.budget = budget;
        this.requests = new PacedRequests(config.timeout(), clock);
    }

    /**
     * @param operation the vendor's operationId
     * @param translate takes what the answer holds; whatever it throws means that the answer makes no sense
     */
    <J, T> Uni<T> read(
            String locationId, String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return translated(
                operation,
                delivery -> requests.patiently(turn(locationId, READ, delivery), inTime(request, delivery)),
                answer -> translate.apply(required(answer)));
    }

    /** A call that changes something. */
    <J, T> Uni<T> write(
            String locationId, String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return translated(
                operation,
                delivery -> requests.once(turn(locationId, WRITE, delivery), inTime(request, delivery)),
                answer -> translate.apply(required(answer)));
    }

    /** A call that changes something and has nothing to tell but whether it was done. */
    Uni<Void> writeUntilDone(String locationId, String operation, Supplier<Uni<RestResponse<DoneJson>>> request) {
        return translated(
                operation,
                delivery -> requests.once(turn(locationId, WRITE, delivery), inTime(request, delivery)),
                answer -> {
                    if (answer != null && Boolean.FALSE.equals(answer.succeeded())) {
                        throw new Rejected(
                                operation, 200, null, List.of("The CRM answered that it was not done."), null, null);
                    }
                    return null;
                });
    }

    /** A submission's reads are part of somebody's lead, as its writes are. */
    private Turn turn(String locationId, CallKind kind, Optional<Delivery> delivery) {
        return delivery.map(terms -> budget.turn(locationId, WRITE, terms.sendBefore()))
                .orElseGet(() -> budget.turn(locationId, kind));
    }

    private <J> Supplier<Uni<RestResponse<J>>> inTime(
            Supplier<Uni<RestResponse<J>>> request, Optional<Delivery> delivery) {
        return delivery.map(terms -> lastCheck.of(terms, request)).orElse(request);
    }

    private <J, T> Uni<T> translated(
            String operation, Function<Optional<Delivery>, Uni<RestResponse<J>>> paced, Function<J, T> translate) {
        return Uni.createFrom()
                .context(context -> paced.apply(Delivery.in(context)))
                .map(answer -> translate.apply(answer.getEntity()))
                .onFailure()
                .transform(failure -> Failures.of(operation, failure));
    }

    private static <J> J required(J answer) {
        if (answer == null) {
            throw new MalformedAnswer("an answer without a body");
        }
        return answer;
    }
}
