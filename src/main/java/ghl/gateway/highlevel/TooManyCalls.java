package ghl.gateway.highlevel;

import ghl.gateway.highlevel.wire.ErrorJson;
import java.time.Duration;

/** The CRM answered 429, and the location's budget knows until when. */
final class TooManyCalls extends RuntimeException {

    private final transient ErrorAnswer answer;
    private final Duration retryAfter;

    TooManyCalls(ErrorAnswer answer, Duration retryAfter) {
        super("answered " + answer.status(), null, false, false);
        this.answer = answer;
        this.retryAfter = retryAfter;
    }

    TooManyCalls knownToLast(Duration other) {
        return new TooManyCalls(answer, other);
    }

    int status() {
        return answer.status();
    }

    String traceId() {
        return ErrorJson.parse(answer.body()).traceId();
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
