package ghl.gateway.graph.websocket;

import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.limit.LimitsConfig;
import ghl.gateway.graph.limit.RequestLimits;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Open WebSockets. Connects each to its {@link SubscriptionConnection} from the upgrade until it is closed. */
@ApplicationScoped
class ClientSockets {

    static final String SUBPROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = Logger.getLogger(ClientSockets.class);

    private final GraphQLExecutor executor;
    private final RequestLimits limits;
    private final int maxOpen;
    private final AtomicInteger open = new AtomicInteger();

    ClientSockets(GraphQLExecutor executor, RequestLimits limits, LimitsConfig config) {
        this.executor = executor;
        this.limits = limits;
        this.maxOpen = config.sockets();
    }

    boolean areFull() {
        return open.get() >= maxOpen;
    }

    /**
     * Starts a connection on the current event loop.
     *
     * @param connection HTTP connection that was upgraded
     */
    void add(ServerWebSocket socket, HttpConnection connection, SocketAuthentication authentication) {
        open.incrementAndGet();
        socket.exceptionHandler(thrown -> LOG.debug("A WebSocket failed", thrown));
        ClientPeer peer = new SocketPeer(socket, connection);
        if (SUBPROTOCOL.equals(socket.subProtocol())) {
            connect(socket, peer, Vertx.currentContext(), authentication);
        } else {
            socket.closeHandler(ignored -> open.decrementAndGet());
            peer.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "The subprotocol must be " + SUBPROTOCOL);
        }
    }

    private void connect(
            ServerWebSocket socket, ClientPeer peer, Context context, SocketAuthentication authentication) {
        Executor eventLoop = work -> context.runOnContext(ignored -> work.run());
        SubscriptionConnection connection =
                new SubscriptionConnection(peer, executor, eventLoop, limits, authentication);
        socket.frameHandler(new MessageFrames(connection, limits.message())::receive);
        socket.pongHandler(ignored -> connection.markAlive());
        socket.drainHandler(ignored -> connection.onDrain());
        Runnable cancelTimers = startTimers(connection, context.owner());
        socket.closeHandler(ignored -> {
            open.decrementAndGet();
            cancelTimers.run();
            connection.end();
        });
    }

    /** @return cancels the timers */
    private Runnable startTimers(SubscriptionConnection connection, Vertx vertx) {
        long initWait = vertx.setTimer(limits.initWait().toMillis(), timer -> connection.onInitTimeout());
        long pings = vertx.setPeriodic(limits.pingInterval().toMillis(), timer -> connection.checkAlive());
        return () -> {
            vertx.cancelTimer(initWait);
            vertx.cancelTimer(pings);
        };
    }
}
