package ghl.gateway.highlevel.transport;

import static ghl.gateway.highlevel.budget.CallKind.READ;
import static ghl.gateway.highlevel.budget.CallKind.WRITE;

import ghl.gateway.highlevel.budget.PermitRequest;
import ghl.gateway.highlevel.budget.RateBudget;
import ghl.gateway.highlevel.budget.RequesterKey;
import ghl.gateway.highlevel.cache.BackgroundRefresh;
import ghl.gateway.highlevel.call.AccessTokens;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.call.ReadContext;
import ghl.gateway.highlevel.call.UpstreamException.Rejected;
import ghl.gateway.highlevel.circuit.CircuitBreaker;
import ghl.gateway.highlevel.circuit.CircuitBreakers;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.wire.DoneJson;
import ghl.gateway.highlevel.wire.MalformedAnswerException;
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
 * {@link ghl.gateway.highlevel.call.UpstreamException}; under a {@link CallDeadline}, in time or not at all. A read that the CRM refuses with a 429 waits
 * and asks again within its deadline, and one that fails on the way is sent again as {@link ReadRetries} says; nothing of a
 * submission is.
 */
@ApplicationScoped
public class CrmCaller {

    private final RateBudget budget;
    private final RateLimitedSender requests;
    private final PreSendGuard lastCheck;
    private final CircuitBreakers circuits;
    private final ReadRetries retries;
    private final AccessTokens tokens;

    public CrmCaller(
            HighLevelConfig config, RateBudget budget, PreSendGuard lastCheck, AccessTokens tokens, Clock clock) {
        this.budget = budget;
        this.requests = new RateLimitedSender(config.timeout(), clock);
        this.lastCheck = lastCheck;
        this.circuits =
                new CircuitBreakers(config.circuit().calls(), config.circuit().delay(), FailureTranslator::saysOutage);
        this.retries = new ReadRetries(config.read().retries());
        this.tokens = tokens;
    }

    /**
     * @param operation the vendor's operationId
     * @param translate takes what the answer holds; whatever it throws means that the answer makes no sense
     */
    public <J, T> Uni<T> read(
            String locationId, String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return translated(
                locationId,
                operation,
                request,
                (context, sent) -> CallDeadline.in(context)
                        .map(delivery -> requests.patiently(
                                turn(locationId, delivery),
                                lastCheck.of(delivery::isOver, sent),
                                CircuitBreaker.CLOSED))
                        .orElseGet(() -> sharedRead(locationId, context, sent)),
                answer -> translate.apply(required(answer)));
    }

    private <J> Uni<RestResponse<J>> sharedRead(
            String locationId, Context context, Supplier<Uni<RestResponse<J>>> request) {
        CircuitBreaker circuit = circuits.of(locationId);
        Optional<ReadContext> inquiry = ReadContext.in(context);
        PermitRequest turn =
                BackgroundRefresh.in(context) ? budget.turnOfRefresh(locationId) : turn(locationId, inquiry);
        AtomicBoolean left = new AtomicBoolean();
        Supplier<Uni<RestResponse<J>>> wanted = lastCheck.of(left::get, counted(inquiry, request));
        return retries.of(() -> {
                    circuit.check();
                    return requests.patiently(turn, wanted, circuit);
                })
                .onCancellation()
                .invoke(() -> left.set(true));
    }

    private PermitRequest turn(String locationId, Optional<ReadContext> inquiry) {
        return inquiry.map(caller -> budget.turn(locationId, READ, caller.asker(), caller.left()))
                .orElseGet(() -> budget.turn(locationId, READ));
    }

    private static <J> Supplier<Uni<RestResponse<J>>> counted(
            Optional<ReadContext> inquiry, Supplier<Uni<RestResponse<J>>> request) {
        return () -> {
            inquiry.ifPresent(ReadContext::called);
            return request.get();
        };
    }

    /** A call that changes something. */
    public <J, T> Uni<T> write(
            String locationId, String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return translated(
                locationId,
                operation,
                request,
                (context, sent) -> write(locationId, context, sent),
                answer -> translate.apply(required(answer)));
    }

    /** A call that changes something and has nothing to tell but whether it was done. */
    public Uni<Void> writeUntilDone(
            String locationId, String operation, Supplier<Uni<RestResponse<DoneJson>>> request) {
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
        return CallDeadline.in(context)
                .map(delivery -> requests.once(turn(locationId, delivery), lastCheck.of(delivery::isOver, request)))
                .orElseGet(() -> requests.once(budget.turn(locationId, WRITE), lastCheck.of(() -> false, request)));
    }

    /** A submission's reads are part of somebody's lead, as its writes are. */
    private PermitRequest turn(String locationId, CallDeadline delivery) {
        return budget.turn(locationId, WRITE, new RequesterKey(delivery, delivery), delivery.left());
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
                .transform(failure -> FailureTranslator.of(operation, failure));
    }

    /** A call that was refused for its token has not been made: where there is another token by then, it is made again. */
    private <J> Uni<RestResponse<J>> authorised(String locationId, Function<String, Uni<RestResponse<J>>> call) {
        return tokens.of(locationId)
                .chain(token -> call.apply(token)
                        .onFailure(FailureTranslator::blamesTheToken)
                        .recoverWithUni(refusal -> tokens.insteadOf(locationId, token)
                                .onItem()
                                .ifNull()
                                .failWith(refusal)
                                .chain(call::apply)))
                .invoke(answer -> tokens.accepted(locationId));
    }

    private static <J> J required(J answer) {
        if (answer == null) {
            throw new MalformedAnswerException("an answer without a body");
        }
        return answer;
    }
}
