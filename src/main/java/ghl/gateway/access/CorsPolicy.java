package ghl.gateway.access;

import ghl.gateway.access.key.Keyring;
import ghl.gateway.access.mode.AccessMode;
import ghl.gateway.access.mode.Loopback;
import ghl.gateway.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Cross-origin rules (CORS). Pages of {@code GATEWAY_ORIGINS} may send their user's token, pages of a publishable key that
 * key only, other pages nothing. Credentials never travel in cookies.
 */
@ApplicationScoped
class CorsPolicy {

    private static final String KEY_ONLY = CorsPolicy.class.getName();

    private final Set<String> origins;
    private final Keyring keyring;
    private final AccessMode mode;

    CorsPolicy(OriginsConfig origins, Keyring keyring, AccessMode mode) {
        this.origins = origins.origins().orElse(Set.of());
        this.keyring = keyring;
        this.mode = mode;
    }

    /** Passes the request on, or ends it. */
    void check(RoutingContext routing) {
        List<String> sent = routing.request().headers().getAll("Origin");
        if (sent.isEmpty() || sent.size() == 1 && isOwn(routing.request(), sent.get(0))) {
            routing.next();
        } else if (sent.size() == 1 && isListed(sent.get(0))) {
            allow(routing, sent.get(0));
        } else if (sent.size() == 1 && keyring.hasOrigin(sent.get(0))) {
            routing.put(KEY_ONLY, true);
            allow(routing, sent.get(0));
        } else if (isForm(routing)) {
            routing.next();
        } else {
            Problem.of(403, "FORBIDDEN", "Pages of this origin may not call the gateway: add it to GATEWAY_ORIGINS")
                    .send(routing);
        }
    }

    /** Whether the request comes from a page that may send a publishable key only. */
    static boolean isForKeysOnly(RoutingContext routing) {
        return routing.get(KEY_ONLY) != null;
    }

    /**
     * Whether the request submits a form. A plain HTML form sends its origin and reads no response; the form's definition
     * lists the allowed origins.
     */
    static boolean isForm(RoutingContext routing) {
        return routing.normalizedPath().startsWith("/forms/");
    }

    /**
     * Whether a page of another site causes the request by an image, a frame or a link. Browsers send no origin with it and
     * hide the response, but it may cost calls to the CRM. Links may open the routes that need no caller, such as pages.
     */
    static boolean isEmbedded(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean isLinkToPage = "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && !RouteRules.of(routing.normalizedPath(), request.path()).needsCaller();
        return request.headers().contains("Sec-Fetch-Site", "cross-site", true)
                && !request.headers().contains("Origin")
                && !isForm(routing)
                && !isLinkToPage;
    }

    /** An open gateway also accepts pages of this machine. */
    private boolean isListed(String origin) {
        return origins.contains(origin) || !mode.isGuarded() && Loopback.isOrigin(origin);
    }

    private static boolean isOwn(HttpServerRequest request, String origin) {
        String authority =
                request.authority() == null ? "" : request.authority().toString();
        return origin.equals("https://" + authority) || origin.equals("http://" + authority);
    }

    private static void allow(RoutingContext routing, String origin) {
        MultiMap headers = routing.response().headers();
        headers.set("Access-Control-Allow-Origin", origin).add("Vary", "Origin");
        boolean isPreflight = routing.request().method().equals(HttpMethod.OPTIONS)
                && routing.request().headers().contains("Access-Control-Request-Method");
        if (!isPreflight) {
            routing.next();
            return;
        }
        headers.set("Access-Control-Allow-Methods", "GET, POST")
                .set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Idempotency-Key")
                .set("Access-Control-Max-Age", "600");
        routing.response().setStatusCode(204).end();
    }
}
