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

/** Gives every socket its side of the conversation, from the upgrade until it is closed. */
@ApplicationScoped
class ClientSockets {

    static final String SUBPROTOCOL = "graphql-transport-ws";

    private static final Logger LOG = Logger.getLogger(ClientSockets.class);

    private final GraphQLExecutor executor;
    private final RequestLimits limits;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    ClientSockets(GraphQLExecutor executor, RequestLimits limits, LimitsConfig config) {
        this.executor = executor;
        this.limits = limits;
        this.most = config.sockets();
    }

    /** Whether there are as many as there may be. */
    boolean areFull() {
        return open.get() >= most;
    }

    /**
     * Speaks with a client from now on, on the current event loop.
     *
     * @param connection that the socket was made of
     */
    void add(ServerWebSocket socket, HttpConnection connection, SocketAuthentication admission) {
        open.incrementAndGet();
        socket.exceptionHandler(thrown -> LOG.debug("A WebSocket broke off", thrown));
        ClientPeer peer = new SocketPeer(socket, connection);
        if (SUBPROTOCOL.equals(socket.subProtocol())) {
            speak(socket, peer, Vertx.currentContext(), admission);
        } else {
            socket.closeHandler(ignored -> open.decrementAndGet());
            peer.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "The subprotocol is " + SUBPROTOCOL);
        }
    }

    private void speak(ServerWebSocket socket, ClientPeer peer, Context context, SocketAuthentication admission) {
        Executor thread = work -> context.runOnContext(ignored -> work.run());
        SubscriptionConnection connection = new SubscriptionConnection(peer, executor, thread, limits, admission);
        socket.frameHandler(new MessageFrames(connection, limits.message())::receive);
        socket.pongHandler(ignored -> connection.heard());
        socket.drainHandler(ignored -> connection.drained());
        Runnable noTimers = watch(connection, context.owner());
        socket.closeHandler(ignored -> {
            open.decrementAndGet();
            noTimers.run();
            connection.end();
        });
    }

    /** @return ends the watch */
    private Runnable watch(SubscriptionConnection connection, Vertx vertx) {
        long initWait = vertx.setTimer(limits.initWait().toMillis(), timer -> connection.endInitWait());
        long pings = vertx.setPeriodic(limits.pingInterval().toMillis(), timer -> connection.checkAlive());
        return () -> {
            vertx.cancelTimer(initWait);
            vertx.cancelTimer(pings);
        };
    }
}
