package ghl.gateway.graph.websocket;

import ghl.gateway.graph.ErrorCode;
import ghl.gateway.graph.execution.FieldError;
import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.http.BadRequestException;
import ghl.gateway.graph.http.GraphQLRequest;
import ghl.gateway.graph.limit.SocketLimits;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Server side of graphql-transport-ws on one socket. Not thread-safe: runs on the socket's event loop. */
final class SubscriptionConnection {

    private static final Logger LOG = Logger.getLogger(SubscriptionConnection.class);

    private final ClientPeer peer;
    private final GraphQLExecutor executor;
    private final Executor eventLoop;
    private final SocketLimits limits;
    private final SocketAuthentication authentication;
    private final Map<String, SubscriptionStream> streams = new HashMap<>();
    private volatile boolean initialised;
    private SecurityIdentity caller;
    private volatile boolean closed;
    private boolean alive = true;

    /** @param eventLoop runs work on the thread that calls all methods of this class */
    SubscriptionConnection(
            ClientPeer peer,
            GraphQLExecutor executor,
            Executor eventLoop,
            SocketLimits limits,
            SocketAuthentication authentication) {
        this.peer = peer;
        this.executor = executor;
        this.eventLoop = eventLoop;
        this.limits = limits;
        this.authentication = authentication;
    }

    /** Whether the client has not sent {@code connection_init}. Thread-safe. */
    boolean isWaiting() {
        return !initialised && !closed;
    }

    /** Whether the socket is closed, or only waits for the client to close its end. Thread-safe. */
    boolean isClosed() {
        return closed;
    }

    boolean isAcknowledged() {
        return caller != null;
    }

    void receive(String text) {
        if (closed) {
            return;
        }
        try {
            handle(ClientMessage.parse(text));
        } catch (BadRequestException e) {
            close(CloseCode.BAD_MESSAGE, e.getMessage());
        }
    }

    private void handle(ClientMessage message) {
        switch (message.type()) {
            case CONNECTION_INIT -> initialise(message.authorization());
            case PING -> send(ServerMessage.pong(message.payload()));
            case PONG -> {} // receiving it has marked the client as alive
            case SUBSCRIBE -> subscribe(message.id(), GraphQLRequest.fromObject(message.payload()));
            case COMPLETE -> unsubscribe(message.id());
        }
    }

    private void initialise(String authorization) {
        if (initialised) {
            close(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
        } else {
            initialised = true;
            authentication
                    .authenticate(authorization)
                    .subscribe()
                    .with(
                            identity -> runOnEventLoop(() -> acknowledge(identity)),
                            failure -> runOnEventLoop(() -> refuse(failure)));
        }
    }

    private void acknowledge(SecurityIdentity identity) {
        if (!closed) {
            caller = identity;
            send(ServerMessage.connectionAck());
        }
    }

    private void refuse(Throwable failure) {
        if (failure instanceof OIDCException) {
            close(CloseCode.TRY_AGAIN_LATER, "The OpenID provider does not respond");
        } else {
            closeForbidden();
        }
    }

    private void closeForbidden() {
        close(CloseCode.FORBIDDEN, "Forbidden");
    }

    void onInitTimeout() {
        closeWaiting("Connection initialisation timeout");
    }

    /** Closes the connection unless the client has sent {@code connection_init} by now. */
    void closeWaiting(String reason) {
        if (!initialised) {
            close(CloseCode.INIT_TIMEOUT, reason);
        }
    }

    private void subscribe(String id, GraphQLRequest request) {
        if (caller == null) {
            close(CloseCode.UNAUTHORIZED, "Unauthorized");
        } else if (!authentication.isStillValid(caller)) {
            closeForbidden();
        } else if (streams.containsKey(id)) {
            close(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
        } else if (streams.size() >= limits.subscriptions()) {
            String message =
                    "This connection has " + streams.size() + " subscriptions, the maximum: complete one first";
            send(ServerMessage.error(id, List.of(error(ErrorCode.BAD_REQUEST, message))));
        } else {
            SubscriptionStream stream = new SubscriptionStream(id, this);
            streams.put(id, stream);
            executor.subscribe(caller, request.query(), request.operationName(), request.variables(), eventLoop)
                    .subscribe(stream);
        }
    }

    private static GraphQLError error(ErrorCode code, String message) {
        return new FieldError(message, code.extensions()).toError();
    }

    private void unsubscribe(String id) {
        SubscriptionStream stream = streams.remove(id);
        if (stream != null) {
            stream.cancel();
        }
    }

    void runOnEventLoop(Runnable work) {
        eventLoop.execute(work);
    }

    /** Also closes the connection when the key was revoked or the token expired. */
    void deliver(SubscriptionStream stream, ExecutionResult result) {
        if (!authentication.isStillValid(caller)) {
            closeForbidden();
            return;
        }
        String next;
        try {
            next = ServerMessage.next(stream.id(), result);
        } catch (IllegalStateException e) {
            LOG.error("A subscription result cannot be serialized", e);
            stream.cancel();
            fail(stream, List.of(error(ErrorCode.INTERNAL, "Internal error")));
            return;
        }
        send(next);
        if (peer.isFull()) {
            stream.pause();
        } else {
            stream.requestNext();
        }
    }

    void fail(SubscriptionStream stream, List<GraphQLError> errors) {
        streams.remove(stream.id());
        send(ServerMessage.error(stream.id(), errors));
    }

    void complete(SubscriptionStream stream) {
        streams.remove(stream.id());
        send(ServerMessage.complete(stream.id()));
    }

    private void send(String message) {
        peer.send(message);
        pauseWhileFull();
    }

    /** A client that sends without reading must not fill the memory with responses. */
    void pauseWhileFull() {
        if (peer.isFull()) {
            peer.pause();
        }
    }

    void onDrain() {
        markAlive();
        peer.resume();
        streams.values().stream()
                .filter(SubscriptionStream::isPaused)
                .toList()
                .forEach(SubscriptionStream::requestNext);
    }

    /** Records a sign of life. No effect after the close frame, so that a client cannot delay the end. */
    void markAlive() {
        alive = !closed;
    }

    /** Called once per ping interval. Also closes the connection when the key was revoked or the token expired. */
    void checkAlive() {
        if (!closed && (caller == null || !authentication.isStillValid(caller))) {
            closeForbidden();
        } else if (alive) {
            alive = false;
            peer.ping();
        } else {
            LOG.debug("A WebSocket client neither reads nor responds to pings: aborting the connection");
            peer.abort();
        }
    }

    void close(CloseCode code, String reason) {
        if (!closed) {
            end();
            peer.close(code, reason);
        }
    }

    /** Cancels all subscriptions. */
    void end() {
        closed = true;
        streams.values().forEach(SubscriptionStream::cancel);
        streams.clear();
    }
}
