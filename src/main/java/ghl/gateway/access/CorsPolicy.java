package ghl.gateway.access;

import ghl.gateway.access.key.Keyring;
import ghl.gateway.access.mode.AccessMode;
import ghl.gateway.access.mode.Loopback;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What pages of other sites may ask: those named in {@code GATEWAY_ORIGINS} with their user's token, those that hold a
 * publishable key with that key alone, all others nothing. Never with cookies: there are none.
 */
@ApplicationScoped
class CorsPolicy {

    private static final String KEY_ONLY = CorsPolicy.class.getName();

    private final OriginsConfig origins;
    private final Keyring keyring;
    private final AccessMode mode;

    CorsPolicy(OriginsConfig origins, Keyring keyring, AccessMode mode) {
        this.origins = origins;
        this.keyring = keyring;
        this.mode = mode;
    }

    /** Goes on with the request, or ends it. */
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
            Refusal.forbidden(routing, "This gateway does not answer pages of this site");
        }
    }

    /** Whether the page that asks may do so with a publishable key alone. */
    static boolean isForKeysOnly(RoutingContext routing) {
        return routing.get(KEY_ONLY) != null;
    }

    /** Where the gateway is open, pages of this machine ask as everybody on it does. */
    private boolean isListed(String origin) {
        return origins.contains(origin) || !mode.isGuarded() && Loopback.isOrigin(origin);
    }

    /** A plain HTML form sends its origin and reads no answer: its definition says which pages may send it. */
    private static boolean isForm(RoutingContext routing) {
        return routing.normalizedPath().startsWith("/forms/");
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
