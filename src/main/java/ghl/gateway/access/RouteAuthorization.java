package ghl.gateway.access;

import ghl.gateway.access.RouteRules.Requirement;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.access.mode.SchemaVisibility;
import ghl.gateway.problem.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/** Enforces {@link RouteRules} on every request, before any route handles it. */
@ApplicationScoped
class RouteAuthorization {

    /** After Quarkus' authentication handler (−200); before its permission checks (−100) and all routes. */
    static final int AFTER_AUTHENTICATION = -150;

    /** Keeps Quarkus from failing the request as well: {@link #refuse} answers it. */
    private static final BiConsumer<RoutingContext, Throwable> HANDLED_HERE = (routing, failure) -> {};

    /** JAX-RS ignores it and what follows in a path segment, so a path with one would get past the rules. */
    private static final char PATH_PARAMETER = ';';

    private final Callers callers;
    private final CredentialFailures failures;
    private final SchemaVisibility schema;

    RouteAuthorization(Callers callers, CredentialFailures failures, SchemaVisibility schema) {
        this.callers = callers;
        this.failures = failures;
        this.schema = schema;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_AUTHENTICATION).handler(this::check);
    }

    private void check(RoutingContext routing) {
        routing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, HANDLED_HERE);
        failures.translateOn(routing);
        Requirement requirement =
                RouteRules.of(routing.normalizedPath(), routing.request().path());
        if (routing.normalizedPath().indexOf(PATH_PARAMETER) >= 0
                || requirement.needsVisibleSchema() && !schema.isVisible()) {
            Problem.of(404, "NOT_FOUND", "Nothing exists at this address").send(routing);
            return;
        }
        if (!requirement.readsCaller() || isUpgrade(routing)) {
            routing.next();
            return;
        }
        routing.request().pause();
        callers.identity(routing).subscribe().with(identity -> authorize(routing, requirement, identity), failure -> {
            routing.request().resume();
            refuse(routing, failure);
        });
    }

    private static void authorize(RoutingContext routing, Requirement requirement, SecurityIdentity identity) {
        routing.request().resume();
        Caller caller = Callers.of(identity);
        if (!requirement.needsCaller()) {
            routing.next();
        } else if (!Callers.isAllowedFromOrigin(routing, identity)) {
            forbid(routing, "Pages of this origin may send a publishable key only");
        } else if (!caller.isKnown()) {
            unauthenticated(routing, "Send Authorization: Bearer with a key or a token");
        } else if (requirement == Requirement.TRUSTED_CALLER && caller.kind() == Caller.Kind.PUBLISHABLE_KEY) {
            forbid(routing, "A publishable key may only submit its form");
        } else if (requirement == Requirement.OPERATOR && !caller.may(Role.OPERATOR)) {
            forbid(routing, "This route requires the role operator");
        } else {
            routing.next();
        }
    }

    private static void refuse(RoutingContext routing, Throwable failure) {
        if (failure instanceof OIDCException) {
            Problem.of(503, "UNAUTHENTICATED", "The OpenID provider does not respond: try again later")
                    .send(routing);
        } else {
            unauthenticated(routing, Callers.INVALID_CREDENTIALS);
        }
    }

    private static void unauthenticated(RoutingContext routing, String detail) {
        routing.response().putHeader("WWW-Authenticate", KeyAuthentication.SCHEME);
        Problem.of(401, "UNAUTHENTICATED", detail).send(routing);
    }

    private static void forbid(RoutingContext routing, String detail) {
        Problem.of(403, "FORBIDDEN", detail).send(routing);
    }

    /** Browsers can send a WebSocket's credentials only in its first message; the socket's handler authenticates it. */
    private static boolean isUpgrade(RoutingContext routing) {
        return routing.normalizedPath().equals("/graphql")
                && routing.request().headers().contains("Upgrade", "websocket", true);
    }
}
