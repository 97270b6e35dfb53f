package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayProcess;
import ghl.gateway.fixture.Patience;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quarkus' permissions and limits apply to the GraphQL route, and slow senders are disconnected. */
@Tag("proof")
class FrontRouteIT {

    private static final Map<String, String> DENIED = Map.of(
            "QUARKUS_HTTP_AUTH_PERMISSION_CLOSED_PATHS", "/graphql",
            "QUARKUS_HTTP_AUTH_PERMISSION_CLOSED_POLICY", "deny");

    @Test
    void quarkus_permission_denies_requests_and_websockets() throws Exception {
        try (GatewayProcess gateway = GatewayLaunch.fresh().with(DENIED).start()) {
            assertThat(Request.graphql(gateway, "{ __typename }").send().statusCode())
                    .isIn(401, 403);
            assertThat(Request.get(gateway, "/graphql?query=%7B__typename%7D")
                            .send()
                            .statusCode())
                    .isIn(401, 403);
            assertThat(upgrade(gateway)).isIn(401, 403);
        }
    }

    @Test
    void websocket_is_opened_without_a_denying_permission() throws Exception {
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            assertThat(upgrade(gateway)).isEqualTo(101);
        }
    }

    @Test
    void slow_body_closes_the_connection() throws Exception {
        try (GatewayProcess gateway =
                GatewayLaunch.fresh().with("GATEWAY_HTTP_BODY_TIME", "1s").start()) {
            try (Socket socket = withAHundredthOfABody(gateway)) {
                InputStream answer = socket.getInputStream();

                assertThat(answer.read()).as("the connection is closed").isEqualTo(-1);
            }
            assertThat(Request.graphql(gateway, "{ __typename }").send().statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void slow_body_of_a_refused_request_closes_the_connection() throws Exception {
        try (GatewayProcess gateway = GatewayLaunch.fresh()
                .with("GATEWAY_ACCESS", "guarded")
                .with("GATEWAY_HTTP_BODY_TIME", "1s")
                .start()) {
            try (Socket socket = withAHundredthOfABody(gateway)) {
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

                assertThat(answer).startsWith("HTTP/1.1 401");
            }
        }
    }

    /** A regression: the body timeout once kept every request in memory for half a minute. */
    @Test
    void answered_request_is_released() {
        try (GatewayProcess gateway = GatewayLaunch.fresh().start()) {
            Request large = Request.graphql(gateway, "{ __typename #" + "x".repeat(900_000) + "\n}");
            assertThat(large.send().statusCode()).isEqualTo(200);
            long before = LiveHeap.kilobytes(gateway);

            for (int i = 0; i < 40; i++) {
                large.send();
            }

            assertThat(LiveHeap.kilobytes(gateway)).isLessThan(before + 20_000);
        }
    }

    @Test
    void body_over_the_limit_is_refused_with_and_without_content_length() throws Exception {
        try (GatewayProcess gateway = GatewayLaunch.fresh()
                .with("QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", "10K")
                .start()) {
            String large = "{\"query\":\"" + " ".repeat(20_000) + "\"}";
            String head =
                    "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n";

            assertThat(status(gateway, head + "Content-Length: " + large.length() + "\r\n\r\n" + large))
                    .isEqualTo(413);
            assertThat(status(
                            gateway,
                            head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(large.length()) + "\r\n"
                                    + large + "\r\n0\r\n\r\n"))
                    .isEqualTo(413);
        }
    }

    @Test
    void http_2_without_tls_is_accepted_for_a_proxy_that_needs_it() throws Exception {
        try (GatewayProcess gateway = GatewayLaunch.fresh()
                .with("GATEWAY_HTTP_CLEAR_TEXT_HTTP2", "true")
                .start()) {
            HttpClient http2 =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            var health =
                    HttpRequest.newBuilder(URI.create(gateway.url("/q/health"))).build();

            assertThat(http2.send(health, BodyHandlers.discarding()).version()).isEqualTo(HttpClient.Version.HTTP_2);
            for (String path : List.of("/q/health", "/graphql", "/forms/demo")) {
                assertThat(withoutAuthority(gateway, path)).as(path).contains("BAD_REQUEST");
            }
            assertThat(gateway.log()).doesNotContain("ERROR");
        }
    }

    /** @return response to an HTTP/2 request without {@code :authority}, as it is on the wire */
    private static String withoutAuthority(GatewayProcess gateway, String path) throws Exception {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        List.of(":method", "GET", ":scheme", "http", ":path", path).forEach(text -> {
            if (text.startsWith(":")) {
                headers.write(0); // a literal header field follows
            }
            headers.write(text.length());
            headers.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        });
        URI address = URI.create(gateway.url("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(Patience.MILLISECONDS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // empty SETTINGS
            request.writeBytes(
                    new byte[] {0, 0, (byte) headers.size(), 1, 5, 0, 0, 0, 1}); // HEADERS of a whole request
            headers.writeTo(request);
            request.writeTo(socket.getOutputStream());
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("retryable") < 0) {
                int next = socket.getInputStream().read();
                assertThat(next).as("%s is answered (so far: %s)", path, answer).isNotNegative();
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    /** A client that starts a body and then stops sending. */
    private static Socket withAHundredthOfABody(GatewayProcess gateway) throws Exception {
        URI address = URI.create(gateway.url("/graphql"));
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(Patience.MILLISECONDS);
        socket.getOutputStream()
                .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @return status of the response to a WebSocket handshake */
    private static int upgrade(GatewayProcess gateway) throws Exception {
        return status(
                gateway,
                "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");
    }

    private static int status(GatewayProcess gateway, String request) throws Exception {
        URI address = URI.create(gateway.url("/graphql"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(Patience.MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String statusLine = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(statusLine.split(" ")[1]);
        }
    }
}
