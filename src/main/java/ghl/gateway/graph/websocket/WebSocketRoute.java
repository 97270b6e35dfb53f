package ghl.gateway.graph.websocket;

import ghl.gateway.access.Callers;
import ghl.gateway.graph.limit.SocketLimits;
import io.quarkus.oidc.OIDCException;
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

/** Upgrades requests to {@code /graphql} to WebSockets. */
@ApplicationScoped
class WebSocketRoute implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(WebSocketRoute.class);

    /**
     * Quarkus' authorization filter has order -100 and SmallRye's handler -99. The latter would run any operation,
     * including mutations, before the handlers at 0. No order is free between the two. The Upgrade header is therefore
     * removed before both and restored after them.
     */
    private static final int BEFORE_AUTHORIZATION = -101;

    private static final int AFTER_SMALLRYE = -98;
    /** How long a closed socket waits for the client to close its end. */
    private static final int CLOSING_SECONDS = 1;

    private static final String UPGRADE = WebSocketRoute.class.getName();

    private final ClientSockets sockets;
    private final Callers callers;
    private final SocketLimits limits;

    WebSocketRoute(ClientSockets sockets, Callers callers, SocketLimits limits) {
        this.sockets = sockets;
        this.callers = callers;
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        applyLimits(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        applyLimits(options);
    }

    private void applyLimits(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(limits.message());
        options.setWebSocketClosingTimeout(CLOSING_SECONDS);
        // Vert.x does not limit the inflated size, which can be a thousand times that of the frame.
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
    }

    void register(@Observes Router router) {
        router.route("/graphql").order(BEFORE_AUTHORIZATION).handler(WebSocketRoute::removeUpgrade);
        router.route("/graphql").order(AFTER_SMALLRYE).handler(this::upgrade);
    }

    private static void removeUpgrade(RoutingContext routing) {
        MultiMap headers = routing.request().headers();
        // The same condition as SmallRye's, so that it never sees an upgrade.
        if (headers.contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            routing.put(UPGRADE, headers.getAll(HttpHeaders.UPGRADE));
            headers.remove(HttpHeaders.UPGRADE);
        }
        routing.next();
    }

    private void upgrade(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        List<String> upgrade = routing.get(UPGRADE);
        if (upgrade == null) {
            routing.next();
            return;
        }
        request.headers().set(HttpHeaders.UPGRADE.toString(), upgrade);
        if (sockets.areFull()) {
            sendUnavailable(routing);
            return;
        }
        // Rejects invalid credentials. Missing ones may still arrive with connection_init.
        request.pause();
        callers.of(routing).subscribe().with(caller -> accept(routing), thrown -> refuse(routing, thrown));
    }

    private static void refuse(RoutingContext routing, Throwable thrown) {
        if (thrown instanceof OIDCException) {
            sendUnavailable(routing);
        } else {
            routing.fail(401);
        }
    }

    private static void sendUnavailable(RoutingContext routing) {
        routing.response().setStatusCode(503).putHeader("Retry-After", "10").end();
    }

    private void accept(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        request.toWebSocket()
                .onSuccess(
                        socket -> sockets.add(socket, request.connection(), SocketAuthentication.of(callers, routing)))
                .onFailure(thrown -> fail(routing, thrown));
    }

    private static void fail(RoutingContext routing, Throwable thrown) {
        LOG.debug("A WebSocket upgrade failed", thrown);
        if (!routing.response().ended()) {
            routing.fail(400);
        }
    }
}
