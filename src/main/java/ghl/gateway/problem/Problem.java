package ghl.gateway.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An error response. Its {@code type} is {@code about:blank}, its {@code title} the status's phrase.
 *
 * @param code machine-readable code; stable
 * @param detail what is wrong and what to do; contains nothing of the request that may be personal or secret
 * @param retryAfter sent as {@code Retry-After} and {@code retryAfterMs}; null when unknown
 * @param userErrors sent as {@code userErrors} unless empty: what the person who filled in a form must correct
 */
public record Problem(
        int status, String code, String detail, Duration retryAfter, List<Map<String, Object>> userErrors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, null, List.of());
    }

    public Problem retryAfter(Duration wait) {
        return new Problem(status, code, detail, wait, userErrors);
    }

    /** Whether the same request may succeed later. */
    public boolean isRetryable() {
        return status == 429 || status == 503;
    }

    /** For JAX-RS resources. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(json().encode());
        return (retryAfter == null ? response : response.header("Retry-After", retryAfter.toSeconds())).build();
    }

    /** For Vert.x routes. Does nothing when the response has ended. On {@code /graphql} the body has GraphQL's shape. */
    public void send(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (retryAfter != null) {
            response.putHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
        }
        boolean isGraphQL = routing.normalizedPath().matches("/graphql/?");
        response.setStatusCode(status)
                .putHeader("Content-Type", isGraphQL ? "application/json; charset=utf-8" : MEDIA_TYPE)
                .end((isGraphQL ? graphQLJson() : json()).encode());
    }

    private JsonObject json() {
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .put("retryable", isRetryable());
        if (retryAfter != null) {
            body.put("retryAfterMs", retryAfter.toMillis());
        }
        return userErrors.isEmpty() ? body : body.put("userErrors", userErrors);
    }

    private JsonObject graphQLJson() {
        JsonObject extensions = new JsonObject().put("code", code).put("retryable", isRetryable());
        JsonObject error = new JsonObject().put("message", detail).put("extensions", extensions);
        return new JsonObject().put("errors", new JsonArray().add(error));
    }
}
