package ghl.gateway.access;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Says no, in the shape that all of the gateway's errors have. */
final class Refusal {

    private Refusal() {}

    /** Nobody, or credentials that do not hold. */
    static void unauthenticated(RoutingContext routing, String why) {
        routing.response().putHeader("WWW-Authenticate", KeyAuthentication.SCHEME);
        end(routing, 401, "UNAUTHENTICATED", why);
    }

    /** Perhaps somebody who may, which nobody can tell just now. */
    static void undecided(RoutingContext routing, String why) {
        end(routing, 503, "UNAUTHENTICATED", why);
    }

    /** Somebody who may not. */
    static void forbidden(RoutingContext routing, String why) {
        end(routing, 403, "FORBIDDEN", why);
    }

    /** As where there is nothing. */
    static void notFound(RoutingContext routing) {
        end(routing, 404, "NOT_FOUND", "There is nothing at this address");
    }

    /** @param why without anything that would have to be escaped in JSON */
    private static void end(RoutingContext routing, int status, String code, String why) {
        HttpServerResponse response = routing.response();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end("{\"errors\":[{\"message\":\"" + why + "\",\"extensions\":{\"code\":\"" + code
                        + "\",\"retryable\":" + (status == 503) + "}}]}");
    }
}
