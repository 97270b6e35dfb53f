package ghl.gateway.access;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer tells browsers not to do with it. */
@ApplicationScoped
class SecurityHeaders {

    /** Before whatever may answer. */
    private static final int FIRST = -100_001;

    /** A page loads what it needs from here, and nothing that is written into it runs. */
    static final String STRICT =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';" + " frame-ancestors 'none'";

    /**
     * GraphiQL's page carries its script and styles in itself, and its editor makes styles, fonts and workers of its own.
     */
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
