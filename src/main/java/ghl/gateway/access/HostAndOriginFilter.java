package ghl.gateway.access;

import ghl.gateway.access.mode.AccessMode;
import ghl.gateway.access.mode.Loopback;
import ghl.gateway.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Checks the host and origin of every request. Protects an open gateway against DNS rebinding, where a foreign page
 * reaches it through a browser on this machine: {@code Host} must name this machine, and so must {@code Origin}, except
 * on forms. Requests without {@code Origin} must not come from another site, as {@code Sec-Fetch-Site} says.
 */
@ApplicationScoped
class HostAndOriginFilter {

    private static final Logger LOG = Logger.getLogger(HostAndOriginFilter.class);

    /** Before all routes and filters of Quarkus. */
    private static final int FIRST = -100_000;

    private final AccessMode mode;
    private final CorsPolicy cors;

    HostAndOriginFilter(AccessMode mode, CorsPolicy cors) {
        this.mode = mode;
        this.cors = cors;
    }

    /** Creates {@link AccessMode}, so that contradictory settings stop the start. */
    void logMode(@Observes StartupEvent start) {
        LOG.infof("Access: %s", mode.describe());
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check).failureHandler(HostAndOriginFilter::refuseMalformedHost);
    }

    private void check(RoutingContext routing) {
        boolean isOpen = !mode.isGuarded();
        if (isOpen && !Loopback.isAuthority(authority(routing.request()))) {
            forbid(routing, "An open gateway accepts requests to localhost or 127.0.0.1 only: check the Host header");
        } else if (isOpen
                && !CorsPolicy.isForm(routing)
                && !routing.request().headers().getAll("Origin").stream().allMatch(Loopback::isOrigin)) {
            forbid(routing, "An open gateway accepts pages of this machine only");
        } else if (isOpen && CorsPolicy.isEmbedded(routing)) {
            forbid(routing, "Pages of other sites may not call an open gateway");
        } else {
            cors.check(routing);
        }
    }

    /** Vert.x refuses a missing or malformed host before any handler runs. Quarkus would log each with its stack trace. */
    private static void refuseMalformedHost(RoutingContext routing) {
        if (routing.statusCode() == 400 && routing.failure() instanceof VertxException) {
            Problem.of(400, "BAD_REQUEST", "Send one valid Host header, or :authority in HTTP/2")
                    .send(routing);
        } else {
            routing.next();
        }
    }

    private static void forbid(RoutingContext routing, String detail) {
        Problem.of(403, "FORBIDDEN", detail).send(routing);
    }

    /** {@code Host} header, or HTTP/2's {@code :authority}; null when missing, repeated or malformed. */
    private static String authority(HttpServerRequest request) {
        if (request.headers().getAll("Host").size() > 1) {
            return null;
        }
        try {
            HostAndPort authority = request.authority();
            return authority == null ? null : authority.toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
