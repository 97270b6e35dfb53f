package ghl.gateway.access;

import ghl.gateway.access.mode.AccessMode;
import ghl.gateway.access.mode.Loopback;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Stands before every route. Without keys, a page of a foreign site could ask the gateway through the browser of somebody
 * on this machine, by its own name made to point here: so the {@code Host} must be this machine, and so must an {@code
 * Origin}, but of forms.
 */
@ApplicationScoped
class HostAndOriginFilter {

    private static final Logger LOG = Logger.getLogger(HostAndOriginFilter.class);

    /** Before every route and filter of Quarkus. */
    private static final int FIRST = -100_000;

    private final AccessMode mode;
    private final CorsPolicy crossOrigin;

    HostAndOriginFilter(AccessMode mode, CorsPolicy crossOrigin) {
        this.mode = mode;
        this.crossOrigin = crossOrigin;
    }

    /** Makes a wrong mixture of settings stop the start. */
    void sayWhich(@Observes StartupEvent start) {
        String decided = mode.toString();
        LOG.infof("Access: %s", decided);
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
    }

    private void check(RoutingContext routing) {
        if (mode.isGuarded()) {
            crossOrigin.check(routing);
        } else if (!Loopback.isAuthority(authority(routing.request()))) {
            Refusal.forbidden(routing, "This gateway answers to the names of its own machine only");
        } else if (!isForm(routing)
                && !routing.request().headers().getAll("Origin").stream().allMatch(Loopback::isOrigin)) {
            Refusal.forbidden(routing, "This gateway does not answer pages of other sites");
        } else {
            crossOrigin.check(routing);
        }
    }

    /** Each form's definition and each publishable key says which pages may send it. */
    private static boolean isForm(RoutingContext routing) {
        return routing.normalizedPath().startsWith("/forms/");
    }

    /** From the {@code Host} header, or HTTP/2's {@code :authority}; null when there is none, or no sensible one. */
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
