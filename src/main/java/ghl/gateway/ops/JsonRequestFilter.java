package ghl.gateway.ops;

import ghl.gateway.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Requires {@code Content-Type: application/json} of POST requests, even without a body: a foreign page cannot send it
 * without a CORS preflight (CSRF protection).
 */
class JsonRequestFilter {

    /** @return null to go on */
    @ServerRequestFilter
    Response requireJson(ContainerRequestContext request) {
        boolean isPost = request.getMethod().equals("POST")
                && request.getUriInfo().getPath().startsWith("/ops/");
        return isPost && !isJson(request)
                ? Problem.of(415, "BAD_REQUEST", "Content-Type must be application/json")
                        .toResponse()
                : null;
    }

    private static boolean isJson(ContainerRequestContext request) {
        try {
            return MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
