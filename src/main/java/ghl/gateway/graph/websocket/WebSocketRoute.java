package ghl.gateway.graph.websocket;

import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.http.Limits;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Every upgrade to a WebSocket at {@code /graphql} ends here. */
@ApplicationScoped
class WebSocketRoute implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(WebSocketRoute.class);
    private static final String PATH = "/graphql";
    private static final String SUBPROTOCOL = "graphql-transport-ws";

    /** SmallRye's handler has −99: it runs anything, mutations too, past everything that stands at 0. */
    private static final int BEFORE_SMALLRYE = -100;

    private final GraphQLExecutor executor;
    private final Limits limits;

    WebSocketRoute(GraphQLExecutor executor, Limits limits) {
        this.executor = executor;
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(limits.frame());
        // Vert.x inflates without a limit: a thousandfold.
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
    }

    void register(@Observes Router router) {
        router.route(PATH).order(BEFORE_SMALLRYE).handler(this::upgrade);
    }

    private void upgrade(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        // As SmallRye asks, so that nothing passes here that it would take.
        if (!request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            routing.next();
            return;
        }
        request.toWebSocket()
                .onSuccess(socket -> open(socket, request.connection()))
                .onFailure(thrown -> refuse(routing, thrown));
    }

    private static void refuse(RoutingContext routing, Throwable thrown) {
        LOG.debug("An upgrade to a WebSocket failed", thrown);
        if (!routing.response().ended()) {
            routing.fail(400);
        }
    }

    private void open(ServerWebSocket socket, HttpConnection httpConnection) {
        socket.exceptionHandler(thrown -> LOG.debug("A WebSocket broke off", thrown));
        Peer peer = new SocketPeer(socket, httpConnection);
        if (!SUBPROTOCOL.equals(socket.subProtocol())) {
            peer.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "The subprotocol is " + SUBPROTOCOL);
            return;
        }
        Context context = Vertx.currentContext();
        SubscriptionConnection connection =
                new SubscriptionConnection(peer, executor, work -> context.runOnContext(ignored -> work.run()), limits);
        socket.frameHandler(new MessageFrames(connection, limits.message())::receive);
        socket.pongHandler(ignored -> connection.heard());
        socket.drainHandler(ignored -> connection.drained());
        watch(socket, connection, context.owner());
    }

    private void watch(ServerWebSocket socket, SubscriptionConnection connection, Vertx vertx) {
        long initWait = vertx.setTimer(limits.initWait().toMillis(), timer -> connection.endInitWait());
        long pings = vertx.setPeriodic(limits.pingInterval().toMillis(), timer -> connection.checkAlive());
        socket.closeHandler(ignored -> {
            vertx.cancelTimer(initWait);
            vertx.cancelTimer(pings);
            connection.end();
        });
    }
}
