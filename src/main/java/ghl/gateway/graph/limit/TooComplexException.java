package ghl.gateway.graph.limit;

import ghl.gateway.graph.ErrorCode;
import java.util.Map;

/** A document that exceeds a limit. */
final class TooComplexException extends RuntimeException {

    private final transient DocumentLimit limit;
    private final int max;

    TooComplexException(DocumentLimit limit, int max) {
        super(limit.message(max));
        this.limit = limit;
        this.max = max;
    }

    Map<String, Object> extensions() {
        return Map.of(
                "code", ErrorCode.QUERY_TOO_COMPLEX.name(), "retryable", false, "limit", limit.name(), "most", max);
    }
}
