package ghl.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cuts off who sends a body byte by byte to keep a connection busy, answered already or not: a connection that is silent is
 * the server's to end.
 */
@ApplicationScoped
class BodyTimeout {

    private static final int FIRST = -100_002;

    private final Duration longest;

    BodyTimeout(@ConfigProperty(name = "gateway.http.body-time", defaultValue = "30s") Duration longest) {
        this.longest = longest;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::watch);
    }

    private void watch(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded() && hasBody(request)) {
            long timer = routing.vertx()
                    .setTimer(longest.toMillis(), late -> request.connection().close());
            // Also when its connection ends. A timer that is left keeps the request, and that its body.
            request.end().onComplete(ended -> routing.vertx().cancelTimer(timer));
        }
        routing.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.version() == HttpVersion.HTTP_2
                || request.headers().contains("Transfer-Encoding")
                || length != null && !length.equals("0");
    }
}
