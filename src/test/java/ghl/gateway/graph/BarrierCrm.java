package ghl.gateway.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A CRM that answers none of the three nested lists until all three were requested. */
public class BarrierCrm implements QuarkusTestResourceLifecycleManager {

    private static final int LISTS = 3;

    private final CountDownLatch requested = new CountDownLatch(LISTS);
    private final ExecutorService threads = Executors.newFixedThreadPool(LISTS + 1);
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/contacts/c1", this::answer);
        server.start();
        return Map.of(
                "gateway.data", "target/test-data/" + UUID.randomUUID(),
                "highlevel.url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "highlevel.token", "pit-test",
                "highlevel.location-id", "loc1",
                "gateway.access", "open");
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean nested = !exchange.getRequestURI().getPath().equals("/contacts/c1");
        String body = nested
                ? "{\"tasks\":[],\"notes\":[],\"events\":[]}"
                : "{\"contact\":{\"id\":\"c1\",\"locationId\":\"loc1\"}}";
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(nested && !allRequested() ? 500 : 200, body.length());
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }

    private boolean allRequested() {
        requested.countDown();
        try {
            return requested.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
