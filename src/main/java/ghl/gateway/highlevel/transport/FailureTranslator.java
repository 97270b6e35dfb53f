package ghl.gateway.highlevel.transport;

import static ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause.ANSWER_LOST;
import static ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause.NOT_SENT;
import static ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause.SERVER_ERROR;
import static ghl.gateway.highlevel.call.UpstreamException.Unavailable.Cause.TIMED_OUT;

import com.fasterxml.jackson.core.JsonProcessingException;
import ghl.gateway.highlevel.budget.BudgetSpentException;
import ghl.gateway.highlevel.call.CallDeadline.TooLateException;
import ghl.gateway.highlevel.call.NoTokenException;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.call.UpstreamException.RateLimited;
import ghl.gateway.highlevel.call.UpstreamException.Rejected;
import ghl.gateway.highlevel.call.UpstreamException.Unauthorized;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.wire.ErrorJson;
import ghl.gateway.highlevel.wire.MalformedAnswerException;
import io.smallrye.mutiny.TimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Interprets failed calls: the one place that knows the vendor's error answers and the client's exceptions. */
public final class FailureTranslator {

    private static final List<Class<? extends Throwable>> NEVER_CONNECTED = List.of(
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class);

    /** Operations that name no record, so their failure cannot mean that one is missing. */
    private static final Set<String> CREATING = Set.of("create-contact", "upsert-contact");

    private FailureTranslator() {}

    static UpstreamException translate(String operation, Throwable failure) {
        if (failure instanceof UpstreamException known) {
            return known;
        }
        if (failure instanceof BudgetSpentException spent) {
            return new RateLimited(operation, 0, null, spent.retryAfter());
        }
        if (failure instanceof ErrorAnswerException answer) {
            return translateAnswer(operation, answer);
        }
        if (failure instanceof NoTokenException noToken && !noToken.isTemporary()) {
            return new Unauthorized(operation, 0, null, noToken.getMessage());
        }
        if (isCausedBy(failure, UnsafePathException.class)) {
            return new NotFound(operation, 0, null);
        }
        if (isCausedBy(failure, JsonProcessingException.class)) {
            return new Unavailable(operation, 0, null, ANSWER_LOST, withoutQuotedText(failure));
        }
        return new Unavailable(operation, 0, null, cause(failure), failure);
    }

    private static UpstreamException translateAnswer(String operation, ErrorAnswerException answer) {
        int status = answer.status();
        ErrorJson error = ErrorJson.parse(answer.body());
        String traceId = error.traceId();
        if (status == 401 || status == 403) {
            return new Unauthorized(operation, status, traceId, error.firstReason("the CRM answered HTTP " + status));
        }
        if (answer.isRateLimit()) {
            return new RateLimited(operation, status, traceId, answer.retryAfter());
        }
        if (status >= 500 || status == 408) {
            return new Unavailable(operation, status, traceId, SERVER_ERROR, answer);
        }
        if (status < 400) {
            return new Unavailable(operation, status, traceId, ANSWER_LOST, answer);
        }
        if (!CREATING.contains(operation) && error.isRecordNotFound(status)) {
            return new NotFound(operation, status, traceId);
        }
        return new Rejected(operation, status, traceId, error.reasons(), error.duplicateOf(), error.matchingField());
    }

    /** Jackson quotes the text that it could not read. */
    private static Throwable withoutQuotedText(Throwable failure) {
        return new MalformedAnswerException(
                "unexpected JSON: " + failure.getClass().getSimpleName());
    }

    private static Unavailable.Cause cause(Throwable failure) {
        if (failure instanceof NoTokenException
                || isOpenCircuit(failure)
                || wasNeverSent(failure)
                || neverConnected(failure)) {
            return NOT_SENT;
        }
        return isCausedBy(failure, TimeoutException.class) ? TIMED_OUT : ANSWER_LOST;
    }

    static boolean isTokenRejection(Throwable failure) {
        return failure instanceof ErrorAnswerException answer && rejectsToken(answer.status(), answer.body());
    }

    /** Whether an answer rejects the token itself. The CRM answers 401 for other reasons as well. */
    public static boolean rejectsToken(int status, String body) {
        return status == 401 && ErrorJson.parse(body).rejectsToken();
    }

    /** Whether the failure suggests that the CRM is down. */
    static boolean isOutage(Throwable failure) {
        return !wasNeverSent(failure) && translate("", failure) instanceof Unavailable;
    }

    /** Whether the same read may succeed a moment later. A read that timed out has made its caller wait long enough. */
    static boolean isWorthRetrying(Throwable failure) {
        return !isOpenCircuit(failure)
                && !wasNeverSent(failure)
                && translate("", failure) instanceof Unavailable unavailable
                && unavailable.reason() != TIMED_OUT;
    }

    /** Whether the call was refused by the location's circuit breaker. */
    public static boolean isOpenCircuit(Throwable failure) {
        return isCausedBy(failure, CircuitBreakerOpenException.class);
    }

    /** Whether the client gave up the call before sending it. */
    static boolean wasNeverSent(Throwable failure) {
        return isCausedBy(failure, UnsafePathException.class) || isCausedBy(failure, TooLateException.class);
    }

    /** Whether the CRM was not reached, so that it cannot have counted the call. */
    static boolean neverConnected(Throwable failure) {
        return NEVER_CONNECTED.stream().anyMatch(kind -> isCausedBy(failure, kind));
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
