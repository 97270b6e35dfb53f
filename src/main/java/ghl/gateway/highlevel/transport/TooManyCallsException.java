package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.wire.ErrorJson;
import java.time.Duration;

/** The CRM answered 429, and the location's budget knows until when. */
final class TooManyCallsException extends RuntimeException {

    private final transient ErrorAnswerException answer;
    private final Duration retryAfter;

    TooManyCallsException(ErrorAnswerException answer, Duration retryAfter) {
        super("answered " + answer.status(), null, false, false);
        this.answer = answer;
        this.retryAfter = retryAfter;
    }

    TooManyCallsException knownToLast(Duration other) {
        return new TooManyCallsException(answer, other);
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
