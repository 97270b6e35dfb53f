package ghl.gateway.graph;

import java.util.Map;

/** Values of {@code extensions.code}. Part of the public API: codes are only ever added. */
public enum ErrorCode {
    /** The request or document cannot be parsed, or does not match the schema. */
    BAD_REQUEST,
    /** Missing, unknown, revoked or expired credentials. */
    UNAUTHENTICATED,
    /** The caller lacks the role, or access to the location. */
    FORBIDDEN,
    /** The caller has several locations and the request names none. */
    LOCATION_REQUIRED,
    /** The document exceeds a size limit; {@code extensions.limit} names it. */
    QUERY_TOO_COMPLEX,
    /** An argument matches the schema but has an invalid value. */
    INVALID_INPUT,
    /** The CRM rejects the gateway's token: an operator must reconnect the location. */
    UPSTREAM_UNAUTHORIZED,
    /** The CRM rejected the request. */
    UPSTREAM_REFUSED,
    /** The CRM failed or was unreachable. */
    UPSTREAM_UNAVAILABLE,
    /** The query needs more upstream calls than even an idle location can serve in time. */
    COST_TOO_HIGH,
    /** The location's API quota is exhausted. */
    RATE_LIMITED,
    /** The CRM did not answer in time. */
    TIMEOUT,
    /** A submission could not be stored and was not accepted. */
    NOT_ACCEPTED,
    /** What the gateway has stored cannot be read or changed at the moment. */
    STORAGE_UNAVAILABLE,
    /** A defect of the gateway. */
    INTERNAL;

    /** Extensions of an error that a retry of the same request does not fix. */
    public Map<String, Object> extensions() {
        return extensions(false);
    }

    public Map<String, Object> extensions(boolean retryable) {
        return Map.of("code", name(), "retryable", retryable);
    }
}
