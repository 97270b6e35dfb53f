package ghl.gateway.highlevel.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A failed call to the CRM. Messages name the operation and the cause and never contain a token or a contact's
 * data, so they may be logged and shown to callers.
 */
public abstract sealed class UpstreamException extends RuntimeException {

    private final String operation;
    private final int status;
    private final String traceId;
    private final boolean retryable;

    private UpstreamException(
            String operation, int status, String traceId, boolean retryable, String message, Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.status = status;
        this.traceId = traceId;
        this.retryable = retryable;
    }

    /** The vendor's operationId, for example {@code create-task}. */
    public String operation() {
        return operation;
    }

    /** The HTTP status, or 0 without an answer. */
    public int status() {
        return status;
    }

    /** The vendor's trace id, to quote in a support request. */
    public Optional<String> traceId() {
        return Optional.ofNullable(traceId);
    }

    /** Whether the same call may succeed later without any change. */
    public boolean retryable() {
        return retryable;
    }

    /** How long to wait before a retry; empty when unknown. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The location has no such contact, task or note: 404, or the 400 that the vendor uses for it. */
    public static final class NotFound extends UpstreamException {
        public NotFound(String operation, int status, String traceId) {
            super(operation, status, traceId, false, "No such record in this location (" + operation + ")", null);
        }
    }

    /** The CRM rejected the input: 400, 409, 422 and every other 4xx that is not one of the other kinds. */
    public static final class Rejected extends UpstreamException {
        private final List<String> reasons;
        private final String duplicateOf;
        private final String matchingField;

        public Rejected(
                String operation,
                int status,
                String traceId,
                List<String> reasons,
                String duplicateOf,
                String matchingField) {
            super(operation, status, traceId, false, "The CRM refused " + operation + " (HTTP " + status + ")", null);
            this.reasons = List.copyOf(reasons);
            this.duplicateOf = duplicateOf;
            this.matchingField = matchingField;
        }

        /** The vendor's messages. They may quote what was sent: show them to its sender only, and do not log them. */
        public List<String> reasons() {
            return reasons;
        }

        /** Id of the existing contact, when the input is a duplicate. */
        public Optional<String> duplicateOf() {
            return Optional.ofNullable(duplicateOf);
        }

        /** The field that the duplicate shares: {@code email} or {@code phone}. */
        public Optional<String> matchingField() {
            return Optional.ofNullable(matchingField);
        }
    }

    /** The token is not accepted, lacks a scope, or does not reach the location: 401, 403. An operator must act. */
    public static final class Unauthorized extends UpstreamException {
        public Unauthorized(String operation, int status, String traceId, String reason) {
            super(operation, status, traceId, false, "Not authorized to call " + operation + ": " + reason, null);
        }
    }

    /**
     * The location's calls of this window, or of the day, are used up. Nothing was done: the CRM answered 429, or the
     * gateway did not send the call, and then the status is 0.
     */
    public static final class RateLimited extends UpstreamException {
        private final Duration retryAfter;

        public RateLimited(String operation, int status, String traceId, Duration retryAfter) {
            super(operation, status, traceId, true, "Rate limit reached: " + operation + " was not carried out", null);
            this.retryAfter = retryAfter;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** No usable answer: not reachable, too slow, cut off, malformed, or 5xx. */
    public static final class Unavailable extends UpstreamException {

        /** What is known about a call without a usable answer. */
        public enum Cause {
            /** The request never left: nothing was done. */
            NOT_SENT,
            /** No answer in time: the call may have been carried out, or may still be. */
            TIMED_OUT,
            /** The connection broke, or the answer was unreadable: the call may have been carried out. */
            ANSWER_LOST,
            /** The CRM answered 5xx or 408: the call may have been carried out. */
            SERVER_ERROR;

            private String message(String operation, int status) {
                return switch (this) {
                    case NOT_SENT -> operation + " was not sent to the CRM";
                    case TIMED_OUT -> "The CRM did not answer " + operation + " in time";
                    case ANSWER_LOST -> "The CRM's answer to " + operation + " was lost or unreadable";
                    case SERVER_ERROR -> "The CRM answered " + operation + " with an error (HTTP " + status + ")";
                };
            }
        }

        private final Cause reason;

        public Unavailable(String operation, int status, String traceId, Cause reason, Throwable cause) {
            super(operation, status, traceId, true, reason.message(operation, status), cause);
            this.reason = reason;
        }

        public Cause reason() {
            return reason;
        }

        /** Whether the CRM may have carried out the call nevertheless. */
        public boolean maybeDone() {
            return reason != Cause.NOT_SENT;
        }
    }
}
