package ghl.gateway.graph.websocket;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A WebSocket client of the gateway under test. */
final class Subscriber {

    private static final int TIMEOUT_SECONDS = 10;

    final WebSocket socket;

    /** Negotiated extensions, or null. */
    final String extensions;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Short> closed = new CompletableFuture<>();

    private Subscriber(WebSocket socket) {
        this.socket = socket;
        this.extensions = socket.headers().get("Sec-WebSocket-Extensions");
        socket.textMessageHandler(received::add);
        socket.exceptionHandler(ignored -> {}); // see closeCode
        socket.closeHandler(ignored -> closed.complete(socket.closeStatusCode()));
    }

    static WebSocketConnectOptions options(String... subprotocols) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(RestAssured.port)
                .setURI("/graphql");
        for (String subprotocol : subprotocols) {
            options.addSubProtocol(subprotocol);
        }
        return options;
    }

    /** @throws java.util.concurrent.ExecutionException when the gateway refuses the upgrade */
    static Subscriber connect(Vertx vertx, WebSocketConnectOptions options) throws Exception {
        return vertx.createWebSocketClient()
                .connect(options)
                .map(Subscriber::new)
                .toCompletionStage()
                .toCompletableFuture()
                .get(TIMEOUT_SECONDS, SECONDS);
    }

    /** Connects and waits for the acknowledgement. */
    static Subscriber initialised(Vertx vertx) throws Exception {
        Subscriber subscriber = connect(vertx, options("graphql-transport-ws"));
        subscriber.send(new JsonObject().put("type", "connection_init"));
        subscriber.next();
        return subscriber;
    }

    void subscribe(String id, String document) {
        send(new JsonObject()
                .put("type", "subscribe")
                .put("id", id)
                .put("payload", new JsonObject().put("query", document)));
    }

    void send(JsonObject message) {
        socket.writeTextMessage(message.encode());
    }

    /** Waits for the next message. */
    JsonPath next() throws InterruptedException {
        String message = received.poll(TIMEOUT_SECONDS, SECONDS);
        if (message == null) {
            throw new AssertionError("No message arrived");
        }
        return JsonPath.from(message);
    }

    /** Null when the connection ended without a close frame. */
    Integer closeCode() throws Exception {
        Short code = closed.get(TIMEOUT_SECONDS, SECONDS);
        return code == null ? null : code.intValue();
    }
}
