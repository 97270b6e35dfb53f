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
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** What a failed call means: the one place that knows how the vendor, and the way to it, say no. */
public final class FailureTranslator {

    private static final List<Class<? extends Throwable>> NEVER_CONNECTED = List.of(
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class);

    private FailureTranslator() {}

    static UpstreamException of(String operation, Throwable failure) {
        if (failure instanceof UpstreamException known) {
            return known;
        }
        if (failure instanceof BudgetSpentException spent) {
            return new RateLimited(operation, 0, null, spent.retryAfter());
        }
        if (failure instanceof TooManyCallsException tooMany) {
            return new RateLimited(operation, tooMany.status(), tooMany.traceId(), tooMany.retryAfter());
        }
        if (failure instanceof ErrorAnswerException answer) {
            return refused(operation, answer);
        }
        if (failure instanceof NoTokenException noToken) {
            return noToken.isPassing()
                    ? new Unavailable(operation, 0, null, NOT_SENT, failure)
                    : new Unauthorized(operation, 0, null, noToken.getMessage());
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return new Unavailable(operation, 0, null, NOT_SENT, failure);
        }
        if (isCausedBy(failure, TooLateException.class)) {
            return new Unavailable(operation, 0, null, NOT_SENT, failure);
        }
        if (neverMade(failure)) {
            return new NotFound(operation, 0, null);
        }
        if (isCausedBy(failure, JsonProcessingException.class)) {
            return new Unavailable(operation, 0, null, ANSWER_LOST, withoutItsText(failure));
        }
        return new Unavailable(operation, 0, null, cause(failure), failure);
    }

    private static UpstreamException refused(String operation, ErrorAnswerException answer) {
        int status = answer.status();
        ErrorJson error = ErrorJson.parse(answer.body());
        String traceId = error.traceId();
        if (status == 401 || status == 403) {
            return new Unauthorized(operation, status, traceId, error.firstReason("refused with " + status));
        }
        if (status >= 500 || status == 408) {
            return new Unavailable(operation, status, traceId, SERVER_ERROR, answer);
        }
        if (status < 400) {
            return new Unavailable(operation, status, traceId, ANSWER_LOST, answer);
        }
        if (saysNoSuchRecord(operation, status, error)) {
            return new NotFound(operation, status, traceId);
        }
        return new Rejected(operation, status, traceId, error.reasons(), error.duplicateOf(), error.matchingField());
    }

    /**
     * A missing contact is a 400; a 404 may also be a path that the CRM does not know, or a page of something that stands
     * at the CRM's address and is none. What names no record cannot miss one.
     */
    private static boolean saysNoSuchRecord(String operation, int status, ErrorJson error) {
        boolean namesNone = operation.equals("create-contact") || operation.equals("upsert-contact");
        return !namesNone && error.saysNoSuchRecord(status);
    }

    /** Jackson quotes what it could not read. */
    private static Throwable withoutItsText(Throwable failure) {
        return new MalformedAnswerException(
                "not the JSON that was expected: " + failure.getClass().getSimpleName());
    }

    private static Unavailable.Cause cause(Throwable failure) {
        if (isCausedBy(failure, TimeoutException.class)) {
            return TIMED_OUT;
        }
        return neverConnected(failure) ? NOT_SENT : ANSWER_LOST;
    }

    /** Whether the CRM did not take the token itself. */
    static boolean blamesTheToken(Throwable failure) {
        return failure instanceof ErrorAnswerException answer && TokenRejection.isIn(answer.status(), answer.body());
    }

    /** Whether a call failed as all fail while the CRM is down. */
    static boolean saysOutage(Throwable failure) {
        return !neverMade(failure) && of("", failure) instanceof Unavailable;
    }

    /** Whether the same read may well succeed a moment later. */
    static boolean mayPass(Throwable failure) {
        return !isOpenCircuit(failure)
                && !neverMade(failure)
                && of("", failure) instanceof Unavailable trouble
                && trouble.reason() != TIMED_OUT;
    }

    /** Whether a call was not made because those before it failed so. */
    public static boolean isOpenCircuit(Throwable failure) {
        return isCausedBy(failure, CircuitBreakerOpenException.class);
    }

    /** Whether the call was given up before anybody tried to reach the CRM. */
    static boolean neverMade(Throwable failure) {
        return isCausedBy(failure, UnsafePathException.class) || isCausedBy(failure, TooLateException.class);
    }

    /** Whether the CRM was not reached, so that it cannot even have counted the call. */
    static boolean neverConnected(Throwable failure) {
        return NEVER_CONNECTED.stream().anyMatch(kind -> isCausedBy(failure, kind));
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
