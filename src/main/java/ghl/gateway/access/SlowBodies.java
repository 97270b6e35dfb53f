package ghl.gateway.access;

import io.vertx.core.http.HttpServerRequest;
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
class SlowBodies {

    private static final int FIRST = -100_002;

    private final Duration longest;

    SlowBodies(@ConfigProperty(name = "gateway.http.body-time", defaultValue = "30s") Duration longest) {
        this.longest = longest;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::watch);
    }

    private void watch(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded()) {
            long timer = routing.vertx().setTimer(longest.toMillis(), late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            routing.addEndHandler(answered -> {
                if (request.isEnded() || routing.response().closed()) {
                    routing.vertx().cancelTimer(timer);
                }
            });
        }
        routing.next();
    }
}
