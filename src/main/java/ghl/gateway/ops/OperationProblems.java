package ghl.gateway.ops;

import ghl.gateway.access.caller.ForbiddenLocationException;
import ghl.gateway.access.caller.LocationRequiredException;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.problem.Problem;
import ghl.gateway.storage.StorageException;
import ghl.gateway.submission.operator.NoSuchSubmissionException;
import ghl.gateway.submission.operator.NotPossibleException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Responses to the failures that operators' requests can have. */
class OperationProblems {

    private static final Logger LOG = Logger.getLogger(OperationProblems.class);

    @ServerExceptionMapper
    Response invalidInput(InvalidInputException e) {
        return Problem.of(400, "INVALID_INPUT", e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenLocationException e) {
        return Problem.of(403, "FORBIDDEN", e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    Response locationRequired(LocationRequiredException e) {
        return Problem.of(400, "LOCATION_REQUIRED", e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    Response notFound(NoSuchSubmissionException e) {
        return Problem.of(404, "NOT_FOUND", e.getMessage()).toResponse();
    }

    @ServerExceptionMapper
    Response conflict(NotPossibleException e) {
        return Problem.of(409, "CONFLICT", e.getMessage()).toResponse();
    }

    /** The transaction was rolled back: nothing has changed. */
    @ServerExceptionMapper
    Response storageUnavailable(StorageException e) {
        LOG.warn("Operator request failed", e);
        return Problem.of(503, "STORAGE_UNAVAILABLE", e.getMessage()).toResponse();
    }
}
