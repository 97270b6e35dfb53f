package ghl.gateway.access;

import ghl.gateway.highlevel.Connection;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Stands before every route. Without keys, a page of a foreign site could ask the gateway through the browser of somebody
 * on this machine, by its own name made to point here: so the {@code Host} must be this machine, and so must an {@code
 * Origin}.
 */
@ApplicationScoped
class AccessGuard {

    private static final Logger LOG = Logger.getLogger(AccessGuard.class);

    /** Before every route and filter of Quarkus. */
    private static final int FIRST = -100_000;

    private final Access access;

    AccessGuard(AccessConfig config, Connection connection, @ConfigProperty(name = "quarkus.http.host") String host) {
        access = Access.decide(
                config.mode()
                        .map(String::strip)
                        .filter(setting -> !setting.isEmpty())
                        .orElse(null),
                connection.isSandbox(),
                host);
    }

    /** Makes a wrong mixture of settings stop the start. */
    void sayWhich(@Observes StartupEvent start) {
        LOG.infof("Access: %s, no keys are asked for", access);
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
    }

    private void check(RoutingContext routing) {
        String origin = routing.request().getHeader("Origin");
        HostAndPort authority = routing.request().authority();
        if (!Loopback.isAuthority(authority == null ? null : authority.toString())) {
            refuse(routing, "This gateway answers to the names of its own machine only");
        } else if (origin != null && !Loopback.isOrigin(origin)) {
            refuse(routing, "This gateway does not answer pages of other sites");
        } else {
            routing.next();
        }
    }

    private static void refuse(RoutingContext routing, String why) {
        routing.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end("{\"errors\":[{\"message\":\"" + why
                        + "\",\"extensions\":{\"code\":\"FORBIDDEN\",\"retryable\":false}}]}");
    }
}
