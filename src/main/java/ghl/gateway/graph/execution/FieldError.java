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
import ghl.gateway.storage.StorageException;
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

/** GraphQL error for a failure: a message, and machine-readable {@code extensions}. */
public record FieldError(String message, Map<String, Object> extensions) {

    public static final String UNAUTHENTICATED =
            "Missing or invalid credentials: send Authorization: Bearer with a key or a token";

    private static final Logger LOG = Logger.getLogger(FieldError.class);

    public static FieldError of(Throwable wrapped) {
        Throwable thrown = unwrap(wrapped);
        if (thrown instanceof InvalidInputException) {
            return new FieldError(thrown.getMessage(), ErrorCode.INVALID_INPUT.extensions());
        }
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return new FieldError(UNAUTHENTICATED, ErrorCode.UNAUTHENTICATED.extensions());
        }
        if (thrown instanceof LocationRequiredException) {
            return new FieldError(thrown.getMessage(), ErrorCode.LOCATION_REQUIRED.extensions());
        }
        if (thrown instanceof ForbiddenException || thrown instanceof ForbiddenLocationException) {
            String message = thrown.getMessage();
            return new FieldError(
                    message == null ? "The caller lacks the role that this field requires" : message,
                    ErrorCode.FORBIDDEN.extensions());
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
            LOG.error("A submission was not accepted because it could not be stored", thrown);
            return new FieldError(thrown.getMessage(), ErrorCode.NOT_ACCEPTED.extensions(true));
        }
        if (StorageException.isOutage(thrown)) {
            return new FieldError(
                    thrown.getMessage() + ". Try again later", ErrorCode.STORAGE_UNAVAILABLE.extensions(true));
        }
        return ofDefect(thrown);
    }

    private static Throwable unwrap(Throwable thrown) {
        boolean wrapped = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapped && thrown.getCause() != null ? unwrap(thrown.getCause()) : thrown;
    }

    private static FieldError ofCost(CostTooHighException cost) {
        Map<String, Object> extensions = new LinkedHashMap<>(ErrorCode.COST_TOO_HIGH.extensions());
        cost.largestFirst().ifPresent(first -> extensions.put("largestFirst", first));
        return new FieldError(cost.getMessage(), extensions);
    }

    private static FieldError ofUpstream(UpstreamException upstream) {
        Map<String, Object> extensions = new LinkedHashMap<>(code(upstream).extensions(upstream.retryable()));
        upstream.retryAfter().ifPresent(wait -> extensions.put("retryAfterMs", wait.toMillis()));
        if (upstream.status() != 0) {
            extensions.put("upstreamStatus", upstream.status());
        }
        upstream.traceId().ifPresent(traceId -> extensions.put("traceId", traceId));
        LOG.debugf("%s (trace %s)", upstream.getMessage(), upstream.traceId().orElse("none"));
        String reasons =
                upstream instanceof Rejected rejected && !rejected.reasons().isEmpty()
                        ? ": " + String.join("; ", rejected.reasons())
                        : "";
        return new FieldError(upstream.getMessage() + reasons, extensions);
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

    private static FieldError ofDefect(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(thrown, "Internal error %s", id);
        return new FieldError(
                "Internal error " + id + ": quote this ID to the gateway's operator",
                Map.of("code", ErrorCode.INTERNAL.name(), "retryable", false, "traceId", id));
    }

    public GraphQLError toError() {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(extensions)
                .build();
    }
}
