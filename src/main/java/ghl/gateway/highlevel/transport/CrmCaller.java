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
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
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
 * Makes one call: with the location's token, when its budget permits, and within the timeout. Every failure becomes an
 * {@link ghl.gateway.highlevel.call.UpstreamException}. A read that got a 429 waits and is sent again within its
 * deadline; {@link ReadRetries} repeats it after a network or server error. Calls with a {@link CallDeadline} are
 * only repeated after a 429 to a read.
 */
@ApplicationScoped
public class CrmCaller {

    /** A method of the REST interfaces, given the value of the {@code Authorization} header. */
    public interface Request<J> extends Function<String, Uni<RestResponse<J>>> {}

    /** How a request is sent: as a read or write, with or without a deadline. */
    private interface Sending<J> {
        Uni<RestResponse<J>> send(String locationId, Context context, Supplier<Uni<RestResponse<J>>> request);
    }

    private final RateBudget budget;
    private final RateLimitedSender sender;
    private final PreSendGuard guard;
    private final CircuitBreakers circuits;
    private final ReadRetries retries;
    private final AccessTokens tokens;

    public CrmCaller(HighLevelConfig config, RateBudget budget, PreSendGuard guard, AccessTokens tokens, Clock clock) {
        this.budget = budget;
        this.sender = new RateLimitedSender(config.timeout(), clock);
        this.guard = guard;
        this.circuits =
                new CircuitBreakers(config.circuit().calls(), config.circuit().delay(), FailureTranslator::isOutage);
        this.retries = new ReadRetries(config.read().retries());
        this.tokens = tokens;
    }

    /**
     * A call that changes nothing.
     *
     * @param operation the vendor's operationId
     * @param translate maps the answer's body; anything it throws means that the answer is malformed
     */
    public <J, T> Uni<T> read(String locationId, String operation, Request<J> request, Function<J, T> translate) {
        return call(locationId, operation, request, this::sendRead, body -> translate.apply(required(body)));
    }

    /** A read whose result is null when the record does not exist. */
    public <J, T> Uni<T> readOrNull(String locationId, String operation, Request<J> request, Function<J, T> translate) {
        return read(locationId, operation, request, translate)
                .onFailure(NotFound.class)
                .recoverWithNull();
    }

    /** A call that changes something. */
    public <J, T> Uni<T> write(String locationId, String operation, Request<J> request, Function<J, T> translate) {
        return call(locationId, operation, request, this::sendWrite, body -> translate.apply(required(body)));
    }

    /** A deletion. Its answer says at most whether it was done. */
    public Uni<Void> delete(String locationId, String operation, Request<DoneJson> request) {
        return call(locationId, operation, request, this::sendWrite, body -> {
            if (body != null && Boolean.FALSE.equals(body.succeeded())) {
                List<String> reasons = List.of("The CRM answered that the record was not deleted.");
                throw new Rejected(operation, 200, null, reasons, null, null);
            }
            return null;
        });
    }

    private <J, T> Uni<T> call(
            String locationId, String operation, Request<J> request, Sending<J> sending, Function<J, T> translate) {
        return Uni.createFrom()
                .context(context ->
                        withToken(locationId, token -> sending.send(locationId, context, () -> request.apply(token))))
                .map(answer -> translate.apply(answer.getEntity()))
                .onFailure()
                .transform(failure -> FailureTranslator.translate(operation, failure));
    }

    /** A call whose token was rejected has not been carried out: it is made again if there is another token by then. */
    private <J> Uni<RestResponse<J>> withToken(String locationId, Function<String, Uni<RestResponse<J>>> call) {
        return tokens.of(locationId)
                .chain(token -> call.apply("Bearer " + token)
                        .onFailure(FailureTranslator::isTokenRejection)
                        .recoverWithUni(rejection -> tokens.insteadOf(locationId, token)
                                .onItem()
                                .ifNull()
                                .failWith(rejection)
                                .chain(other -> call.apply("Bearer " + other))))
                .invoke(answer -> tokens.accepted(locationId));
    }

    private <J> Uni<RestResponse<J>> sendRead(
            String locationId, Context context, Supplier<Uni<RestResponse<J>>> request) {
        return CallDeadline.in(context)
                .map(deadline -> sender.sendUntilPermitted(
                        permitRequest(locationId, deadline),
                        guard.guard(deadline::hasPassed, request),
                        CircuitBreaker.CLOSED))
                .orElseGet(() -> sendReadWithRetries(locationId, context, request));
    }

    private <J> Uni<RestResponse<J>> sendReadWithRetries(
            String locationId, Context context, Supplier<Uni<RestResponse<J>>> request) {
        CircuitBreaker circuit = circuits.of(locationId);
        Optional<ReadContext> readContext = ReadContext.in(context);
        PermitRequest permitRequest = BackgroundRefresh.isMarked(context)
                ? budget.requestForRefresh(locationId)
                : readContext
                        .map(caller -> budget.request(locationId, READ, caller.requester(), caller.timeLeft()))
                        .orElseGet(() -> budget.request(locationId, READ));
        AtomicBoolean cancelled = new AtomicBoolean();
        Supplier<Uni<RestResponse<J>>> guarded = guard.guard(cancelled::get, () -> {
            readContext.ifPresent(ReadContext::countCall);
            return request.get();
        });
        return retries.withRetries(() -> {
                    circuit.check();
                    return sender.sendUntilPermitted(permitRequest, guarded, circuit);
                })
                .onCancellation()
                .invoke(() -> cancelled.set(true));
    }

    private <J> Uni<RestResponse<J>> sendWrite(
            String locationId, Context context, Supplier<Uni<RestResponse<J>>> request) {
        return CallDeadline.in(context)
                .map(deadline ->
                        sender.sendOnce(permitRequest(locationId, deadline), guard.guard(deadline::hasPassed, request)))
                .orElseGet(() -> sender.sendOnce(budget.request(locationId, WRITE), guard.guard(() -> false, request)));
    }

    /** A submission's reads count as writes, because they belong to its lead. */
    private PermitRequest permitRequest(String locationId, CallDeadline deadline) {
        return budget.request(locationId, WRITE, new RequesterKey(deadline, deadline), deadline.timeLeft());
    }

    private static <J> J required(J body) {
        if (body == null) {
            throw new MalformedAnswerException("an answer without a body");
        }
        return body;
    }
}
