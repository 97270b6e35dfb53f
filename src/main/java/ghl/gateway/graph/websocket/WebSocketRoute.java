package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import ghl.gateway.graph.limit.RequestLimits;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Every upgrade to a WebSocket at {@code /graphql} ends here. */
@ApplicationScoped
class WebSocketRoute implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(WebSocketRoute.class);

    /**
     * Quarkus' permissions have −100, and SmallRye's handler has −99: it runs anything, mutations too, past everything that
     * stands at 0. No number is left between the two, so a wish for a socket is put aside before both and taken up after.
     */
    private static final int BEFORE_PERMISSIONS = -101;

    private static final int AFTER_SMALLRYE = -98;
    private static final String WISH = WebSocketRoute.class.getName();

    private final ClientSockets sockets;
    private final Callers callers;
    private final RequestLimits limits;

    WebSocketRoute(ClientSockets sockets, Callers callers, RequestLimits limits) {
        this.sockets = sockets;
        this.callers = callers;
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(limits.frame());
        // Vert.x inflates without a limit, and a frame may hold a thousand times its size.
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(BEFORE_PERMISSIONS).handler(WebSocketRoute::putAside);
        router.route("/graphql").order(AFTER_SMALLRYE).handler(this::upgrade);
    }

    private static void putAside(RoutingContext routing) {
        MultiMap headers = routing.request().headers();
        // Asked as SmallRye asks, so that nothing passes here that it would take.
        if (headers.contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            routing.put(WISH, headers.getAll(HttpHeaders.UPGRADE));
            headers.remove(HttpHeaders.UPGRADE);
        }
        routing.next();
    }

    private void upgrade(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        List<String> wish = routing.get(WISH);
        if (wish == null) {
            routing.next();
            return;
        }
        request.headers().set(HttpHeaders.UPGRADE.toString(), wish);
        if (sockets.areFull()) {
            routing.response().setStatusCode(503).putHeader("Retry-After", "10").end();
            return;
        }
        // Credentials that do not hold are refused here; none at all may still come with the first message.
        request.pause();
        callers.of(routing).subscribe().with(known -> open(routing), thrown -> routing.fail(401));
    }

    private void open(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        request.toWebSocket()
                .onSuccess(socket ->
                        sockets.add(socket, request.connection(), new RouteSocketAuthentication(callers, routing)))
                .onFailure(thrown -> refuse(routing, thrown));
    }

    private static void refuse(RoutingContext routing, Throwable thrown) {
        LOG.debug("An upgrade to a WebSocket failed", thrown);
        if (!routing.response().ended()) {
            routing.fail(400);
        }
    }
}
