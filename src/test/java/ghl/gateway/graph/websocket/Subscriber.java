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

/** A client of the gateway under test. */
final class Subscriber {

    private static final int PATIENCE = 10;

    final WebSocket socket;

    /** That the gateway agreed on; null is none. */
    final String extensions;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Short> closed = new CompletableFuture<>();

    private Subscriber(WebSocket socket) {
        this.socket = socket;
        this.extensions = socket.headers().get("Sec-WebSocket-Extensions");
        socket.textMessageHandler(heard::add);
        socket.exceptionHandler(ignored -> {}); // how it ended is asked for below
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
                .get(PATIENCE, SECONDS);
    }

    /** Connected and acknowledged. */
    static Subscriber begin(Vertx vertx) throws Exception {
        Subscriber subscriber = connect(vertx, options("graphql-transport-ws"));
        subscriber.say(new JsonObject().put("type", "connection_init"));
        subscriber.next();
        return subscriber;
    }

    void subscribe(String id, String document) {
        say(new JsonObject()
                .put("type", "subscribe")
                .put("id", id)
                .put("payload", new JsonObject().put("query", document)));
    }

    void say(JsonObject message) {
        socket.writeTextMessage(message.encode());
    }

    /** The next message. */
    JsonPath next() throws InterruptedException {
        String message = heard.poll(PATIENCE, SECONDS);
        if (message == null) {
            throw new AssertionError("Nothing was said");
        }
        return JsonPath.from(message);
    }

    int closeCode() throws Exception {
        return closed.get(PATIENCE, SECONDS);
    }
}
