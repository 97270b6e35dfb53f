package ghl.gateway.graph.http;

import ghl.gateway.graph.ErrorCode;
import ghl.gateway.graph.execution.FieldError;
import graphql.ExecutionResult;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** A serialized HTTP response. */
record GraphQLResponse(int status, String contentType, Buffer body) {

    private static final Logger LOG = Logger.getLogger(GraphQLResponse.class);

    /** Never throws: a result that cannot be serialized is reported as an internal error. */
    static GraphQLResponse of(ResponseType type, ExecutionResult result) {
        try {
            return new GraphQLResponse(type.status(result), type.header(), write(result.toSpecification()));
        } catch (RuntimeException e) {
            return ofFailure(e, 500);
        }
    }

    /** @param status status that the server chose for the failure */
    static GraphQLResponse ofFailure(Throwable thrown, int status) {
        if (thrown instanceof BadRequestException bad) {
            return ofError(bad.status(), ErrorCode.BAD_REQUEST, bad.getMessage());
        }
        if (thrown instanceof ForbiddenException) {
            return ofError(403, ErrorCode.FORBIDDEN, "The server's permissions do not allow this request");
        }
        if (status == 401
                || thrown instanceof UnauthorizedException
                || thrown instanceof AuthenticationFailedException) {
            return ofError(401, ErrorCode.UNAUTHENTICATED, FieldError.UNAUTHENTICATED);
        }
        if (status >= 400 && status < 500) {
            return ofError(status, ErrorCode.BAD_REQUEST, "The request cannot be read");
        }
        if (thrown instanceof IOException || thrown instanceof HttpClosedException) {
            LOG.debug("A client closed the connection", thrown);
            return ofError(400, ErrorCode.BAD_REQUEST, "The request is incomplete: the connection was closed");
        }
        LOG.error("A GraphQL request failed", thrown);
        return ofError(500, ErrorCode.INTERNAL, "Internal error");
    }

    private static GraphQLResponse ofError(int status, ErrorCode code, String message) {
        Map<String, Object> error = Map.of("message", message, "extensions", code.extensions());
        return new GraphQLResponse(status, ResponseType.JSON.header(), write(Map.of("errors", List.of(error))));
    }

    void send(RoutingContext routing) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        routing.response().setStatusCode(status).putHeader("Content-Type", contentType);
        if (status == 405) {
            routing.response().putHeader("Allow", "POST, GET");
        }
        routing.response().end(body);
    }

    private static Buffer write(Map<String, Object> body) {
        return Buffer.buffer(GraphQLJson.writeBytes(body));
    }
}
