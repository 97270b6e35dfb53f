package ghl.gateway.access;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Security headers of every response. */
@ApplicationScoped
class SecurityHeaders {

    /** Before every handler that may respond. */
    private static final int FIRST = -100_001;

    /** Resources from this gateway only; no inline scripts or styles. */
    static final String STRICT =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /** GraphiQL's page has an inline script and styles, and its editor creates styles, fonts and workers. */
    static final String GRAPHIQL = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; base-uri 'none';"
            + " object-src 'none'; frame-ancestors 'none'";

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(SecurityHeaders::set);
    }

    private static void set(RoutingContext routing) {
        boolean isGraphiql = routing.normalizedPath().startsWith("/q/graphql-ui");
        MultiMap headers = routing.response().headers();
        headers.set("Content-Security-Policy", isGraphiql ? GRAPHIQL : STRICT)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Cache-Control", "no-store");
        routing.next();
    }
}
