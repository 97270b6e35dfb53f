package ghl.gateway.highlevel;

import static ghl.gateway.highlevel.budget.CallKind.READ;
import static ghl.gateway.highlevel.budget.CallKind.WRITE;

import ghl.gateway.highlevel.UpstreamException.Rejected;
import ghl.gateway.highlevel.budget.Asker;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.Turn;
import ghl.gateway.highlevel.cache.Refresh;
import ghl.gateway.highlevel.circuit.Circuit;
import ghl.gateway.highlevel.circuit.Circuits;
import ghl.gateway.highlevel.wire.DoneJson;
import ghl.gateway.highlevel.wire.MalformedAnswer;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Makes one call when the location's budget lets it, with a time limit, and turns whatever goes wrong into an
 * {@link UpstreamException}; under a {@link Delivery}, in time or not at all. A read that the CRM refuses with a 429 waits
 * and asks again within its deadline, and one that fails on the way is sent again as {@link ReadRetries} says; nothing of a
 * submission is.
 */
@ApplicationScoped
class Calls {

    private final RateBudget budget;
    private final PacedRequests requests;
    private final LastCheck lastCheck;
    private final Circuits circuits;
    private final ReadRetries retries;
    private final BearerTokens tokens;

    Calls(HighLevelConfig config, RateBudget budget, LastCheck lastCheck, BearerTokens tokens, Clock clock) {
        this.budget = budget;
        this.requests = new PacedRequests(config.timeout(), clock);
        this.lastCheck = lastCheck;
        this.circuits = new Circuits(config.circuit().calls(), config.circuit().delay(), Failures::saysOutage);
        this.retries = new ReadRetries(config.read().retries());
        this.tokens = tokens;
    }

    /**
     * @param operation the vendor's operationId
     * @param translate takes what the answer holds; whatever it throws means that the answer makes no sense
     */
    <J, T> Uni<T> read(
            String locationId, String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return translated(
                locationId,
                operation,
                request,
                (context, sent) -> Delivery.in(context)
                        .map(delivery -> requests.patiently(
                                turn(locationId, delivery), lastCheck.of(delivery::isOver, sent), Circuit.CLOSED))
                        .orElseGet(() -> sharedRead(locationId, context, sent)),
                answer -> translate.apply(required(answer)));
    }

    private <J> Uni<RestResponse<J>> sharedRead(
            String locationId, Context context, Supplier<Uni<RestResponse<J>>> request) {
        Circuit circuit = circuits.of(locationId);
        Optional<Inquiry> inquiry = Inquiry.in(context);
        Turn turn = Refresh.in(context) ? budget.turnOfRefresh(locationId) : turn(locationId, inquiry);
        AtomicBoolean left = new AtomicBoolean();
        Supplier<Uni<RestResponse<J>>> wanted = lastCheck.of(left::get, counted(inquiry, request));
        return retries.of(() -> {
                    circuit.check();
                    return requests.patiently(turn, wanted, circuit);
                })
                .onCancellation()
                .invoke(() -> left.set(true));
    }

    private Turn turn(String locationId, Optional<Inquiry> inquiry) {
        return inquiry.map(caller -> budget.turn(locationId, READ, caller.asker(), caller.left()))
                .orElseGet(() -> budget.turn(locationId, READ));
    }

    private static <J> Supplier<Uni<RestResponse<J>>> counted(
            Optional<Inquiry> inquiry, Supplier<Uni<RestResponse<J>>> request) {
        return () -> {
            inquiry.ifPresent(Inquiry::called);
            return request.get();
        };
    }

    /** A call that changes something. */
    <J, T> Uni<T> write(
            String locationId, String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return translated(
                locationId,
                operation,
                request,
                (context, sent) -> write(locationId, context, sent),
                answer -> translate.apply(required(answer)));
    }

    /** A call that changes something and has nothing to tell but whether it was done. */
    Uni<Void> writeUntilDone(String locationId, String operation, Supplier<Uni<RestResponse<DoneJson>>> request) {
        return translated(
                locationId, operation, request, (context, sent) -> write(locationId, context, sent), answer -> {
                    if (answer != null && Boolean.FALSE.equals(answer.succeeded())) {
                        throw new Rejected(
                                operation, 200, null, List.of("The CRM answered that it was not done."), null, null);
                    }
                    return null;
                });
    }

    private <J> Uni<RestResponse<J>> write(String locationId, Context context, Supplier<Uni<RestResponse<J>>> request) {
        return Delivery.in(context)
                .map(delivery -> requests.once(turn(locationId, delivery), lastCheck.of(delivery::isOver, request)))
                .orElseGet(() -> requests.once(budget.turn(locationId, WRITE), lastCheck.of(() -> false, request)));
    }

    /** A submission's reads are part of somebody's lead, as its writes are. */
    private Turn turn(String locationId, Delivery delivery) {
        return budget.turn(locationId, WRITE, new Asker(delivery, delivery), delivery.left());
    }

    /** How a request is sent when it is its turn. */
    private interface Paced<J> {
        Uni<RestResponse<J>> send(Context context, Supplier<Uni<RestResponse<J>>> request);
    }

    private <J, T> Uni<T> translated(
            String locationId,
            String operation,
            Supplier<Uni<RestResponse<J>>> request,
            Paced<J> paced,
            Function<J, T> translate) {
        return Uni.createFrom()
                .context(context -> authorised(locationId, token -> paced.send(context, Bearer.of(token, request))))
                .map(answer -> translate.apply(answer.getEntity()))
                .onFailure()
                .transform(failure -> Failures.of(operation, failure));
    }

    /** A call that was refused for its token has not been made: where there is another token by then, it is made again. */
    private <J> Uni<RestResponse<J>> authorised(String locationId, Function<String, Uni<RestResponse<J>>> call) {
        return tokens.of(locationId)
                .chain(token -> call.apply(token)
                        .onFailure(Failures::blamesTheToken)
                        .recoverWithUni(refusal -> tokens.insteadOf(locationId, token)
                                .onItem()
                                .ifNull()
                                .failWith(refusal)
                                .chain(call::apply)))
                .invoke(answer -> tokens.accepted(locationId));
    }

    private static <J> J required(J answer) {
        if (answer == null) {
            throw new MalformedAnswer("an answer without a body");
        }
        return answer;
    }
}
