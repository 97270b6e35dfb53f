package ghl.gateway.graph.execution;

import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.access.caller.LocationRequiredException;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.graph.ErrorCode;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.call.UpstreamException.Rejected;
import ghl.gateway.highlevel.call.UpstreamException.Unavailable;
import ghl.gateway.highlevel.read.CostTooHighException;
import ghl.gateway.publicform.IntakeRefusedException;
import ghl.gateway.submission.accept.NotAcceptedException;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** What a caller is told of a failure: a sentence, and {@code extensions} for programs. */
public record FieldError(String message, Map<String, Object> extensions) {

    private static final Logger LOG = Logger.getLogger(FieldError.class);

    public static FieldError of(Throwable wrapped) {
        Throwable thrown = unwrap(wrapped);
        if (thrown instanceof InvalidInputException) {
            return new FieldError(
                    thrown.getMessage(), Map.of("code", ErrorCode.INVALID_INPUT.name(), "retryable", false));
        }
        ErrorCode aboutCaller = aboutCaller(thrown);
        if (aboutCaller != null) {
            return new FieldError(
                    sentence(thrown, aboutCaller), Map.of("code", aboutCaller.name(), "retryable", false));
        }
        if (thrown instanceof IntakeRefusedException refusal) {
            return new FieldError(
                    refusal.getMessage(), Map.of("code", refusal.code(), "retryable", refusal.status() == 429));
        }
        if (thrown instanceof CostTooHighException cost) {
            return ofCost(cost);
        }
        if (thrown instanceof UpstreamException upstream) {
            return ofUpstream(upstream);
        }
        if (thrown instanceof NotAcceptedException) {
            LOG.error("A form was not accepted", thrown);
            return new FieldError(
                    thrown.getMessage(), Map.of("code", ErrorCode.NOT_ACCEPTED.name(), "retryable", true));
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(thrown, "A field failed, told to the caller as %s", id);
        return new FieldError(
                "Internal error " + id, Map.of("code", ErrorCode.INTERNAL.name(), "retryable", false, "traceId", id));
    }

    /** Null when it is about something else. */
    private static ErrorCode aboutCaller(Throwable thrown) {
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return ErrorCode.UNAUTHENTICATED;
        }
        if (thrown instanceof LocationRequiredException) {
            return ErrorCode.LOCATION_REQUIRED;
        }
        boolean isForbidden = thrown instanceof ForbiddenException || thrown instanceof ForbiddenLocationException;
        return isForbidden ? ErrorCode.FORBIDDEN : null;
    }

    private static String sentence(Throwable thrown, ErrorCode aboutCaller) {
        if (aboutCaller == ErrorCode.UNAUTHENTICATED) {
            return "Send Authorization: Bearer with a key or a token";
        }
        return thrown instanceof ForbiddenException && thrown.getMessage() == null
                ? "The caller has no role for this"
                : thrown.getMessage();
    }

    private static FieldError ofCost(CostTooHighException cost) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", ErrorCode.COST_TOO_HIGH.name());
        extensions.put("retryable", false);
        cost.largestFirst().ifPresent(first -> extensions.put("largestFirst", first));
        return new FieldError(cost.getMessage(), extensions);
    }

    private static Throwable unwrap(Throwable thrown) {
        boolean wrapped = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapped && thrown.getCause() != null ? unwrap(thrown.getCause()) : thrown;
    }

    private static FieldError ofUpstream(UpstreamException upstream) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code(upstream).name());
        extensions.put("retryable", upstream.retryable());
        upstream.retryAfter().ifPresent(wait -> extensions.put("retryAfterMs", wait.toMillis()));
        if (upstream.status() != 0) {
            extensions.put("upstreamStatus", upstream.status());
        }
        upstream.traceId().ifPresent(traceId -> extensions.put("traceId", traceId));
        LOG.debugf("%s (trace %s)", upstream.getMessage(), upstream.traceId().orElse("none"));
        return new FieldError(sentence(upstream), extensions);
    }

    public GraphQLError toError() {
        return GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(extensions)
                .build();
    }

    private static ErrorCode code(UpstreamException upstream) {
        if (upstream instanceof UpstreamException.Unauthorized) {
            return ErrorCode.UPSTREAM_UNAUTHORIZED;
        }
        if (upstream instanceof UpstreamException.RateLimited) {
            return ErrorCode.RATE_LIMITED;
        }
        if (upstream instanceof Unavailable unavailable) {
            return unavailable.reason() == Unavailable.Cause.TIMED_OUT
                    ? ErrorCode.TIMEOUT
                    : ErrorCode.UPSTREAM_UNAVAILABLE;
        }
        return ErrorCode.UPSTREAM_REFUSED;
    }

    private static String sentence(UpstreamException upstream) {
        return upstream instanceof Rejected rejected && !rejected.reasons().isEmpty()
                ? upstream.getMessage() + ": " + String.join("; ", rejected.reasons())
                : upstream.getMessage();
    }
}
