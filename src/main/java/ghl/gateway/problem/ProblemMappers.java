package ghl.gateway.problem;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Responses to failures that every JAX-RS resource can have. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException e) {
        return Problem.of(401, "UNAUTHENTICATED", "Send Authorization: Bearer with a key or a token")
                .toResponse();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return Problem.of(403, "FORBIDDEN", "The caller lacks the role that this route requires")
                .toResponse();
    }

    /** Unknown route or ID, wrong method, wrong content type. */
    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        Problem problem = status == 404
                ? Problem.of(404, "NOT_FOUND", "Nothing exists at this address")
                : Problem.of(
                        status,
                        "BAD_REQUEST",
                        e.getMessage() == null ? "The request cannot be processed" : e.getMessage());
        return problem.toResponse();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        LOG.error("REST request failed unexpectedly", e);
        return Problem.of(500, "INTERNAL", "The gateway failed unexpectedly: its log has the cause")
                .toResponse();
    }
}
