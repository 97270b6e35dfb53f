package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.budget.RateHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** An unsuccessful answer of the CRM. {@link FailureTranslator} interprets it. */
final class ErrorAnswerException extends RuntimeException {

    private final int status;
    private final transient MultivaluedMap<String, String> headers;
    private final String body;
    private final Duration retryAfter;

    private ErrorAnswerException(int status, MultivaluedMap<String, String> headers, String body, Duration retryAfter) {
        super("the CRM answered HTTP " + status, null, false, false);
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** The same answer with the wait that the location's budget derives from it. */
    ErrorAnswerException withRetryAfter(Duration wait) {
        return new ErrorAnswerException(status, headers, body, wait);
    }

    boolean isRateLimit() {
        return status == 429;
    }

    /** Null for answers other than 429. */
    Duration retryAfter() {
        return retryAfter;
    }

    int status() {
        return status;
    }

    RateHeaders rateHeaders(Instant now) {
        return RateHeaders.of(headers::getFirst, now);
    }

    String body() {
        return body;
    }

    /** Runs on the event loop. Reading the body does not block, because it has already been received. */
    static final class Mapper implements ResponseExceptionMapper<ErrorAnswerException> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= 300;
        }

        @Override
        public ErrorAnswerException toThrowable(Response response) {
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            return new ErrorAnswerException(response.getStatus(), response.getStringHeaders(), body, null);
        }
    }
}
