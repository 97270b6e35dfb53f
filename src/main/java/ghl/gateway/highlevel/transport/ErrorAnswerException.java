package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.budget.RateHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** The CRM answered something else than success. {@link FailureTranslator} says what it means. */
final class ErrorAnswerException extends RuntimeException {

    private final int status;
    private final transient MultivaluedMap<String, String> headers;
    private final String body;

    private ErrorAnswerException(int status, MultivaluedMap<String, String> headers, String body) {
        super("answered " + status, null, false, false);
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    RateHeaders rateHeaders(Instant now) {
        return RateHeaders.of(headers::getFirst, now);
    }

    boolean saysTooMany() {
        return status == 429;
    }

    String body() {
        return body;
    }

    /** Runs on the event loop: it only hands on what has already been received. */
    static final class Mapper implements ResponseExceptionMapper<ErrorAnswerException> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= 300;
        }

        @Override
        public ErrorAnswerException toThrowable(Response response) {
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            return new ErrorAnswerException(response.getStatus(), response.getStringHeaders(), body);
        }
    }
}
