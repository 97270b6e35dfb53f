package ghl.gateway.graph;

/** The values of {@code extensions.code}: the promise to callers, so names only ever get added. */
public enum ErrorCode {
    /** The request or its document cannot be read, or does not fit the schema. */
    BAD_REQUEST,
    /** Nobody knows who calls. */
    UNAUTHENTICATED,
    /** The caller may not do this, or not in this location. */
    FORBIDDEN,
    /** The caller may reach several locations and has named none. */
    LOCATION_REQUIRED,
    /** The document is larger than any honest one; {@code extensions.limit} says in what. */
    QUERY_TOO_COMPLEX,
    /** An argument fits the schema and yet cannot be served. */
    INVALID_INPUT,
    /** The CRM does not accept the gateway's token: an operator must reconnect. */
    UPSTREAM_UNAUTHORIZED,
    /** The CRM refuses what was asked. */
    UPSTREAM_REFUSED,
    /** The CRM gave no usable answer. */
    UPSTREAM_UNAVAILABLE,
    /** The query takes more calls than even an idle location has in time. */
    COST_TOO_HIGH,
    /** The location's calls are spent. */
    RATE_LIMITED,
    /** The CRM did not answer in time. */
    TIMEOUT,
    /** A form could not be kept, so it was not accepted: send it again. */
    NOT_ACCEPTED,
    /** A defect of the gateway. */
    INTERNAL
}
