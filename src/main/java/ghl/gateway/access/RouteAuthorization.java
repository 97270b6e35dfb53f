package ghl.gateway.access;

import ghl.gateway.access.RouteRules.Need;
import ghl.gateway.access.caller.Caller;
import ghl.gateway.access.caller.Role;
import ghl.gateway.access.mode.SchemaVisibility;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Every request passes here, and those that need a caller only with one. */
@ApplicationScoped
class RouteAuthorization {

    private static final Logger LOG = Logger.getLogger(RouteAuthorization.class);

    /** Behind Quarkus' authentication, at −200, which is asked here; before its permissions, at −100, and all routes. */
    private static final int BEHIND_AUTHENTICATION = -150;

    /** Whoever asks for the caller is told why there is none, and answers; Quarkus would fail the request besides. */
    private static final BiConsumer<RoutingContext, Throwable> TOLD_HERE = (routing, thrown) -> {};

    /** Resources would leave it and what follows it out of the path that they serve, and the rules would not. */
    private static final char PATH_PARAMETER = ';';

    private final Callers callers;
    private final SchemaVisibility exploration;

    RouteAuthorization(Callers callers, SchemaVisibility exploration) {
        this.callers = callers;
        this.exploration = exploration;
    }

    void register(@Observes Router router) {
        router.route().order(BEHIND_AUTHENTICATION).handler(this::check);
    }

    private void check(RoutingContext routing) {
        routing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, TOLD_HERE);
        if (routing.normalizedPath().indexOf(PATH_PARAMETER) >= 0) {
            Refusal.notFound(routing);
            return;
        }
        Need need = RouteRules.of(routing.normalizedPath(), routing.request().path());
        if (need.isForExplorers() && !exploration.isOn()) {
            Refusal.notFound(routing);
            return;
        }
        if (need.isForNobodyInParticular() || isUpgrade(routing)) {
            routing.next();
            return;
        }
        routing.request().pause();
        callers.identity(routing).subscribe().with(identity -> admit(routing, need, identity), thrown -> {
            routing.request().resume();
            refuse(routing, thrown);
        });
    }

    private static void admit(RoutingContext routing, Need need, SecurityIdentity identity) {
        routing.request().resume();
        Caller caller = Callers.of(identity);
        if (!Callers.mayAsk(routing, identity)) {
            Refusal.forbidden(routing, "Pages of this site may show a publishable key only");
        } else if (!caller.isKnown()) {
            Refusal.unauthenticated(routing, "Send Authorization: Bearer with a key or a token");
        } else if (need == Need.A_TRUSTED_CALLER && caller.kind() == Caller.Kind.PUBLISHABLE_KEY) {
            Refusal.forbidden(routing, "A publishable key submits its form, and nothing else");
        } else if (need == Need.AN_OPERATOR && !caller.may(Role.OPERATOR)) {
            Refusal.forbidden(routing, "This needs the role operator");
        } else {
            routing.next();
        }
    }

    private static void refuse(RoutingContext routing, Throwable thrown) {
        if (thrown instanceof AuthenticationFailedException) {
            Refusal.unauthenticated(routing, "The key or token does not hold");
        } else if (thrown instanceof OIDCException) {
            LOG.warnf("Nobody can tell whether tokens hold: %s", thrown.getMessage());
            Refusal.undecided(routing, "The OpenID provider does not answer: try again");
        } else {
            LOG.error("Nobody could tell who calls", thrown);
            routing.fail(thrown);
        }
    }

    /** A browser cannot give a WebSocket credentials but in its first message: whoever speaks there asks for them. */
    private static boolean isUpgrade(RoutingContext routing) {
        return routing.normalizedPath().equals("/graphql")
                && routing.request().headers().contains("Upgrade", "websocket", true);
    }
}
