package ghl.gateway.graph.websocket;

import ghl.gateway.graph.ErrorCode;
import ghl.gateway.graph.execution.GraphQLExecutor;
import ghl.gateway.graph.http.BadRequestException;
import ghl.gateway.graph.http.GraphQLRequest;
import ghl.gateway.graph.limit.RequestLimits;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** The server's side of graphql-transport-ws on one socket. All of it happens on one thread. */
final class SubscriptionConnection {

    private static final Logger LOG = Logger.getLogger(SubscriptionConnection.class);

    private final ClientPeer peer;
    private final GraphQLExecutor executor;
    private final Executor thread;
    private final RequestLimits limits;
    private final SocketAuthentication admission;
    private final Map<String, SubscriptionStream> deliveries = new HashMap<>();
    private boolean initialised;
    private SecurityIdentity caller;
    private boolean closed;
    private boolean alive = true;

    /** @param thread runs what it is given on the thread that calls everything else here */
    SubscriptionConnection(
            ClientPeer peer,
            GraphQLExecutor executor,
            Executor thread,
            RequestLimits limits,
            SocketAuthentication admission) {
        this.peer = peer;
        this.executor = executor;
        this.thread = thread;
        this.limits = limits;
        this.admission = admission;
    }

    void receive(String text) {
        if (closed) {
            return;
        }
        try {
            answer(ClientMessage.parse(text));
        } catch (BadRequestException e) {
            close(CloseCode.BAD_MESSAGE, e.getMessage());
        }
    }

    private void answer(ClientMessage message) {
        switch (message.type()) {
            case CONNECTION_INIT -> initialise(message.authorization());
            case PING -> send(ServerMessage.pong(message.payload()));
            case PONG -> LOG.trace("A client says that it is there");
            case SUBSCRIBE -> subscribe(message.id(), GraphQLRequest.fromObject(message.payload()));
            case COMPLETE -> unsubscribe(message.id());
        }
    }

    private void initialise(String authorization) {
        if (initialised) {
            close(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
        } else {
            initialised = true;
            admission
                    .admit(authorization)
                    .subscribe()
                    .with(known -> onItsThread(() -> admit(known)), nobody -> onItsThread(this::refuse));
        }
    }

    private void admit(SecurityIdentity known) {
        if (!closed) {
            caller = known;
            send(ServerMessage.connectionAck());
        }
    }

    private void refuse() {
        close(CloseCode.FORBIDDEN, "Forbidden");
    }

    /** The client had its time to begin. */
    void endInitWait() {
        if (!initialised) {
            close(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout");
        }
    }

    private void subscribe(String id, GraphQLRequest request) {
        if (caller == null) {
            close(CloseCode.UNAUTHORIZED, "Unauthorized");
        } else if (deliveries.containsKey(id)) {
            close(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
        } else if (deliveries.size() >= limits.subscriptions()) {
            send(ServerMessage.error(
                    id,
                    List.of(error(
                            ErrorCode.BAD_REQUEST,
                            "This connection has " + deliveries.size()
                                    + " subscriptions: complete one of them first"))));
        } else {
            SubscriptionStream delivery = new SubscriptionStream(id, this);
            deliveries.put(id, delivery);
            executor.subscribe(caller, request.query(), request.operationName(), request.variables(), thread)
                    .subscribe(delivery);
        }
    }

    private static GraphQLError error(ErrorCode code, String message) {
        return GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(Map.of("code", code.name(), "retryable", false))
                .build();
    }

    private void unsubscribe(String id) {
        SubscriptionStream delivery = deliveries.remove(id);
        if (delivery != null) {
            delivery.cancel();
        }
    }

    void onItsThread(Runnable signal) {
        thread.execute(signal);
    }

    void deliver(SubscriptionStream delivery, ExecutionResult result) {
        String next;
        try {
            next = ServerMessage.next(delivery.id(), result);
        } catch (IllegalStateException e) {
            LOG.error("A result cannot be written", e);
            delivery.cancel();
            fail(delivery, List.of(error(ErrorCode.INTERNAL, "Internal error")));
            return;
        }
        send(next);
        if (peer.isFull()) {
            delivery.hold();
        } else {
            delivery.proceed();
        }
    }

    void fail(SubscriptionStream delivery, List<GraphQLError> errors) {
        deliveries.remove(delivery.id());
        send(ServerMessage.error(delivery.id(), errors));
    }

    void complete(SubscriptionStream delivery) {
        deliveries.remove(delivery.id());
        send(ServerMessage.complete(delivery.id()));
    }

    private void send(String message) {
        peer.send(message);
        pauseWhileFull();
    }

    /** Answers cost memory too, of a client that talks and does not read. */
    void pauseWhileFull() {
        if (peer.isFull()) {
            peer.pause();
        }
    }

    /** The client has read what waited for it. */
    void drained() {
        heard();
        peer.resume();
        deliveries.values().stream().filter(SubscriptionStream::isHeld).toList().forEach(SubscriptionStream::proceed);
    }

    /** Something came of the client, whatever it was. After the goodbye nothing counts but that it goes. */
    void heard() {
        alive = !closed;
    }

    /**
     * Once every ping interval. A key may have been revoked since, a token have run out; or nobody could tell who it is.
     */
    void checkAlive() {
        if (!closed && (caller == null || !admission.holds(caller))) {
            refuse();
        } else if (alive) {
            alive = false;
            peer.ping();
        } else {
            LOG.debug("A client neither reads nor answers");
            peer.abort();
        }
    }

    void close(CloseCode code, String reason) {
        if (!closed) {
            end();
            peer.close(code, reason);
        }
    }

    /** The socket is closed. */
    void end() {
        closed = true;
        deliveries.values().forEach(SubscriptionStream::cancel);
        deliveries.clear();
    }
}
