package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import ghl.gateway.graph.limit.RequestLimits;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Every upgrade to a WebSocket at {@code /graphql} ends here. */
@ApplicationScoped
class WebSocketRoute implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(WebSocketRoute.class);

    /**
     * SmallRye's handler has −99: it runs anything, mutations too, past everything that stands at 0. Quarkus' permissions
     * have −100 as well and come after this: whoever opens a socket has passed the gateway's own door, not those.
     */
    private static final int BEFORE_SMALLRYE = -100;

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
        router.route("/graphql").order(BEFORE_SMALLRYE).handler(this::upgrade);
    }

    private void upgrade(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        // Asked as SmallRye asks, so that nothing passes here that it would take.
        if (!request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            routing.next();
            return;
        }
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
                .onSuccess(socket -> sockets.add(socket, request.connection(), new RouteAdmission(callers, routing)))
                .onFailure(thrown -> refuse(routing, thrown));
    }

    private static void refuse(RoutingContext routing, Throwable thrown) {
        LOG.debug("An upgrade to a WebSocket failed", thrown);
        if (!routing.response().ended()) {
            routing.fail(400);
        }
    }
}
