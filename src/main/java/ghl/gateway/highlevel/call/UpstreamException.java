package ghl.gateway.highlevel.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The CRM did not do what was asked. Messages say operation and cause and never hold a token or a contact's data, so
 * they may be logged and shown to callers.
 */
public abstract sealed class UpstreamException extends RuntimeException {

    private final String operation;
    private final int status;
    private final String traceId;

    UpstreamException(String operation, int status, String traceId, String message, Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.status = status;
        this.traceId = traceId;
    }

    /** The vendor's operationId, for example {@code create-task}. */
    public String operation() {
        return operation;
    }

    /** The HTTP status, or 0 when no answer came. */
    public int status() {
        return status;
    }

    /** The vendor's trace id, to quote in a support request. */
    public Optional<String> traceId() {
        return Optional.ofNullable(traceId);
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public abstract boolean retryable();

    /** How long to wait before it can; empty when the CRM does not say. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** There is no such contact, task or note in this location: 404, or the 400 that the vendor uses for it. */
    public static final class NotFound extends UpstreamException {
        public NotFound(String operation, int status, String traceId) {
            super(operation, status, traceId, operation + ": no such record in this location", null);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** The CRM refuses the input: 400, 409, 422 and every other 4xx that is not one of the other kinds. */
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
            super(operation, status, traceId, operation + ": refused with " + status, null);
            this.reasons = List.copyOf(reasons);
            this.duplicateOf = duplicateOf;
            this.matchingField = matchingField;
        }

        /** The vendor's own sentences. They may quote what was sent: for the caller who sent it, not for a log. */
        public List<String> reasons() {
            return reasons;
        }

        /** Id of the contact that is already there, when that is the reason. */
        public Optional<String> duplicateOf() {
            return Optional.ofNullable(duplicateOf);
        }

        /** The field that it shares, {@code email} or {@code phone}. */
        public Optional<String> matchingField() {
            return Optional.ofNullable(matchingField);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /** The token is not accepted, lacks a scope, or does not reach the location: 401, 403. An operator must act. */
    public static final class Unauthorized extends UpstreamException {
        public Unauthorized(String operation, int status, String traceId, String reason) {
            super(operation, status, traceId, operation + ": " + reason, null);
        }

        @Override
        public boolean retryable() {
            return false;
        }
    }

    /**
     * The location's calls of this window, or of the day, are spent. Nothing was done: the CRM said 429, or the gateway
     * did not ask, and then the status is 0.
     */
    public static final class RateLimited extends UpstreamException {
        private final Duration retryAfter;

        public RateLimited(String operation, int status, String traceId, Duration retryAfter) {
            super(operation, status, traceId, operation + ": the location's calls are spent", null);
            this.retryAfter = retryAfter;
        }

        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** No usable answer: not reachable, too slow, cut off, malformed, or 5xx. */
    public static final class Unavailable extends UpstreamException {

        /** What is known of a call that brought no usable answer. */
        public enum Cause {
            /** The request never left: nothing was done. */
            NOT_SENT,
            /** No answer in time: it may have been done, or may still be. */
            TIMED_OUT,
            /** The connection broke, or the answer made no sense: it may have been done. */
            ANSWER_LOST,
            /** The CRM answered 5xx or 408: it may have been done. */
            SERVER_ERROR
        }

        private final Cause reason;

        public Unavailable(String operation, int status, String traceId, Cause reason, Throwable cause) {
            super(operation, status, traceId, operation + ": no usable answer (" + reason + ")", cause);
            this.reason = reason;
        }

        public Cause reason() {
            return reason;
        }

        /** Whether the CRM may have carried the call out all the same. */
        public boolean maybeDone() {
            return reason != Cause.NOT_SENT;
        }

        @Override
        public boolean retryable() {
            return true;
        }
    }
}
