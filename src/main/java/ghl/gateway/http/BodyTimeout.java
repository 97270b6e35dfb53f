package ghl.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Closes connections whose request body takes too long, whether or not the request has been answered. {@link
 * SilentConnections} closes silent ones.
 */
@ApplicationScoped
class BodyTimeout {

    /** Order of the routes of this package: before all other filters. */
    static final int FIRST = -100_002;

    private final Duration timeout;

    BodyTimeout(HttpConfig config) {
        this.timeout = config.bodyTime();
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::startTimer);
    }

    private void startTimer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (BodyReader.hasBody(request)) {
            long timer = routing.vertx()
                    .setTimer(timeout.toMillis(), late -> request.connection().close());
            // Completes also when the connection ends. A timer left running would keep the request and its body in
            // memory.
            request.end().onComplete(ended -> routing.vertx().cancelTimer(timer));
        }
        routing.next();
    }
}
