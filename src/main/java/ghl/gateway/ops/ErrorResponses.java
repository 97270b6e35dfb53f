package ghl.gateway.ops;

import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.access.caller.LocationRequiredException;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.operator.NoSuchSubmissionException;
import ghl.gateway.submission.operator.NotPossibleException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells what is wrong in the shape that all of the gateway's errors have. */
class ErrorResponses {

    private static final Logger LOG = Logger.getLogger(ErrorResponses.class);

    /** As GraphQL's. */
    public record Refusal(List<Error> errors) {}

    /** One sentence, and what it is for programs. */
    public record Error(String message, Extensions extensions) {}

    /** What kind of trouble this is. */
    public record Extensions(String code, boolean retryable) {}

    @ServerExceptionMapper
    Response badInput(InvalidInputException e) {
        return refusal(Status.BAD_REQUEST, "INVALID_INPUT", e.getMessage());
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException e) {
        return refusal(Status.UNAUTHORIZED, "UNAUTHENTICATED", "Send Authorization: Bearer with a key or a token");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return refusal(Status.FORBIDDEN, "FORBIDDEN", "The caller has no role for this");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenLocationException e) {
        return refusal(Status.FORBIDDEN, "FORBIDDEN", e.getMessage());
    }

    @ServerExceptionMapper
    Response unsaid(LocationRequiredException e) {
        return refusal(Status.BAD_REQUEST, "LOCATION_REQUIRED", e.getMessage());
    }

    @ServerExceptionMapper
    Response unknown(NoSuchSubmissionException e) {
        return refusal(Status.NOT_FOUND, "NOT_FOUND", e.getMessage());
    }

    @ServerExceptionMapper
    Response notPossible(NotPossibleException e) {
        return refusal(Status.CONFLICT, "CONFLICT", e.getMessage());
    }

    /** Nothing was changed. */
    @ServerExceptionMapper
    Response notKept(StorageException e) {
        LOG.warnf("An operator's request failed: %s", e.getMessage());
        return refusal(Status.SERVICE_UNAVAILABLE, "STORAGE_UNAVAILABLE", e.getMessage());
    }

    /** No such route, a wrong method, a wrong content type. */
    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        Response answer = e.getResponse();
        String reason = answer.getStatusInfo().getReasonPhrase();
        String said = e.getMessage() == null ? reason : e.getMessage();
        boolean isMissing = answer.getStatus() == Status.NOT_FOUND.getStatusCode();
        return isMissing
                ? refusal(Status.NOT_FOUND, "NOT_FOUND", "There is nothing at this address")
                : refusal(answer.getStatusInfo().toEnum(), "BAD_REQUEST", said);
    }

    @ServerExceptionMapper
    Response defect(RuntimeException e) {
        LOG.error("An operator's request failed", e);
        return refusal(Status.INTERNAL_SERVER_ERROR, "INTERNAL", "The gateway failed: its log says why");
    }

    private static Response refusal(Status status, String code, String message) {
        Refusal body =
                new Refusal(List.of(new Error(message, new Extensions(code, status == Status.SERVICE_UNAVAILABLE))));
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
