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
 * Closes connections whose request body takes too long, whether or not the request has been answered (slow loris). The
 * server's idle timeout closes silent connections.
 */
@ApplicationScoped
class BodyTimeout {

    private static final int FIRST = -100_002;

    private final Duration timeout;

    BodyTimeout(@ConfigProperty(name = "gateway.http.body-time", defaultValue = "30s") Duration timeout) {
        this.timeout = timeout;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::startTimer);
    }

    private void startTimer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded() && hasBody(request)) {
            long timer = routing.vertx()
                    .setTimer(timeout.toMillis(), late -> request.connection().close());
            // Completes also when the connection ends. A timer left running would keep the request and its body in
            // memory.
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
