package ghl.gateway.security;

import ghl.gateway.fixture.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One WebSocket per caller, opened on first use. */
final class Sockets implements AutoCloseable {

    private static final long PATIENCE = Patience.SECONDS;

    private final GuardedGateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Socket> byCaller = new HashMap<>();
    private int asked;

    Sockets(GuardedGateway gateway) {
        this.gateway = gateway;
    }

    /** Received messages. */
    private record Socket(WebSocket socket, BlockingQueue<String> heard) {

        String next() throws InterruptedException {
            String message = heard.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing was said");
            }
            return message;
        }
    }

    /** Whether the document is executed rather than refused. */
    boolean isAllowed(String caller, String document) {
        try {
            return asks(caller, document);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(caller + " was not answered", e);
        }
    }

    private boolean asks(String caller, String document)
            throws InterruptedException, ExecutionException, TimeoutException {
        Socket socket = byCaller.get(caller);
        if (socket == null || socket.socket().isOutputClosed()) {
            socket = begin(caller);
            byCaller.put(caller, socket);
        }
        if (!socket.next().contains("connection_ack")) {
            byCaller.remove(caller);
            return false;
        }
        socket.heard().add("{\"type\":\"connection_ack\"}"); // for the next question
        String id = String.valueOf(++asked);
        socket.socket()
                .sendText(
                        "{\"type\":\"subscribe\",\"id\":\"" + id + "\",\"payload\":{\"query\":"
                                + Request.quoted(document) + "}}",
                        true)
                .get(PATIENCE, TimeUnit.SECONDS);
        return isAnswered(socket, id);
    }

    private static boolean isAnswered(Socket socket, String id) throws InterruptedException {
        boolean answered = false;
        while (true) {
            String message = socket.next();
            if (message.contains("connection_ack")) {
                socket.heard().add(message);
            } else if (message.contains("\"id\":\"" + id + "\"")) {
                answered |= message.contains("\"type\":\"next\"") && !message.contains("FORBIDDEN");
                if (message.contains("\"type\":\"complete\"") || message.contains("\"type\":\"error\"")) {
                    return answered;
                }
            }
        }
    }

    private Socket begin(String caller) throws InterruptedException, ExecutionException, TimeoutException {
        Hearing hearing = new Hearing();
        WebSocket socket = http.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(gateway.process.url("/graphql").replace("http://", "ws://")), hearing)
                .get(PATIENCE, TimeUnit.SECONDS);
        String key = gateway.key(caller);
        String payload = key == null ? "" : ",\"payload\":{\"Authorization\":\"Bearer " + key + "\"}";
        socket.sendText("{\"type\":\"connection_init\"" + payload + "}", true).get(PATIENCE, TimeUnit.SECONDS);
        return new Socket(socket, hearing.heard());
    }

    @Override
    public void close() {
        List.copyOf(byCaller.values()).forEach(socket -> socket.socket().abort());
    }
}
