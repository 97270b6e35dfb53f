package ghl.gateway.graph.websocket;

import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.limit.LimitsConfig;
import ghl.gateway.graph.limit.SocketLimits;
import ghl.gateway.http.BodyBudget;
import ghl.gateway.http.BodyShare;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Open WebSockets. Connects each to its {@link SubscriptionConnection} from the upgrade until it is closed. */
@ApplicationScoped
class ClientSockets {

    static final String SUBPROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = Logger.getLogger(ClientSockets.class);

    private final GraphQLExecutor executor;
    private final SocketLimits limits;
    private final int maxOpen;
    private final BodyBudget budget;
    /** Oldest first. */
    private final Queue<SubscriptionConnection> connections = new ConcurrentLinkedQueue<>();

    ClientSockets(GraphQLExecutor executor, SocketLimits limits, LimitsConfig config, BodyBudget budget) {
        this.executor = executor;
        this.limits = limits;
        this.maxOpen = config.sockets();
        this.budget = budget;
    }

    boolean areFull() {
        return connections.stream().filter(connection -> !connection.isClosed()).count() >= maxOpen;
    }

    /**
     * Starts a connection on the current event loop.
     *
     * @param connection HTTP connection that was upgraded
     */
    void add(ServerWebSocket socket, HttpConnection connection, SocketAuthentication authentication) {
        socket.exceptionHandler(thrown -> LOG.debug("A WebSocket failed", thrown));
        ClientPeer peer = new SocketPeer(socket, connection);
        if (SUBPROTOCOL.equals(socket.subProtocol())) {
            connect(socket, peer, Vertx.currentContext(), authentication);
        } else {
            peer.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "The subprotocol must be " + SUBPROTOCOL);
        }
    }

    private void connect(
            ServerWebSocket socket, ClientPeer peer, Context context, SocketAuthentication authentication) {
        Executor eventLoop = work -> context.runOnContext(ignored -> work.run());
        SubscriptionConnection connection =
                new SubscriptionConnection(peer, executor, eventLoop, limits, authentication);
        connections.add(connection);
        closeOldestWaiting();
        BodyShare share = budget.share();
        socket.frameHandler(new MessageFrames(connection, limits, share)::receive);
        socket.pongHandler(ignored -> connection.markAlive());
        socket.drainHandler(ignored -> connection.onDrain());
        Runnable cancelTimers = startTimers(connection, context.owner());
        socket.closeHandler(ignored -> {
            connections.remove(connection);
            share.release();
            cancelTimers.run();
            connection.end();
        });
    }

    /** The oldest, because an honest client sends {@code connection_init} at once. */
    private void closeOldestWaiting() {
        List<SubscriptionConnection> waiting =
                connections.stream().filter(SubscriptionConnection::isWaiting).toList();
        if (waiting.size() > limits.waiting()) {
            SubscriptionConnection oldest = waiting.get(0);
            oldest.runOnEventLoop(() -> oldest.closeWaiting("Too many sockets wait for connection_init"));
        }
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
