package ghl.gateway.graph.websocket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upgrades, and limits on what may be sent over a socket. */
@QuarkusTest
@TestProfile(TickProfile.class)
class WebSocketRouteTest {

    private static final String PROTOCOL = "graphql-transport-ws";

    /** A separate instance, so that closing it closes all its clients. */
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "chat", ""})
    void other_subprotocol_is_closed(String subprotocol) throws Exception {
        WebSocketConnectOptions options = Subscriber.options();
        if (!subprotocol.isEmpty()) {
            options.addHeader(
                    "Sec-WebSocket-Protocol",
                    subprotocol); // as a plain header, so that the client does not insist on it
        }

        assertThat(Subscriber.connect(vertx, options).closeCode()).isEqualTo(4406);
    }

    @Test
    void silent_client_is_closed_after_init_timeout() throws Exception {
        assertThat(Subscriber.connect(vertx, Subscriber.options(PROTOCOL)).closeCode())
                .isEqualTo(4408);
    }

    @Test
    void fragmented_message_is_assembled() throws Exception {
        Subscriber subscriber = Subscriber.connect(vertx, Subscriber.options(PROTOCOL));
        subscriber.socket.writeFrame(WebSocketFrame.textFrame("{\"type\":", false));
        subscriber.socket.writePing(Buffer.buffer("between"));
        subscriber.socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"connection_init\"}"), true));

        assertThat(subscriber.next().getString("type")).isEqualTo("connection_ack");
    }

    @Test
    void binary_message_closes_connection() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.socket.writeBinaryMessage(Buffer.buffer("{\"type\":\"ping\"}"));

        assertThat(subscriber.closeCode()).isEqualTo(4400);
    }

    @Test
    void oversized_message_closes_connection() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);

        send(subscriber, 65_537, false);

        assertThat(subscriber.closeCode()).isEqualTo(1009);
    }

    @Test
    void oversized_frame_ends_connection() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);

        send(subscriber, 65_537, true);

        assertThat(subscriber.closeCode()).as("no close frame").isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oversized_first_message_closes_connection(boolean inOneFrame) throws Exception {
        Subscriber subscriber = Subscriber.connect(vertx, Subscriber.options(PROTOCOL));

        send(subscriber, 16_385, inOneFrame);

        assertThat(subscriber.closeCode()).isEqualTo(1009);
    }

    @Test
    void oldest_silent_client_makes_room_for_a_new_one() throws Exception {
        Subscriber oldest = Subscriber.connect(vertx, Subscriber.options(PROTOCOL));
        for (int i = 0; i < 3; i++) {
            Subscriber.connect(vertx, Subscriber.options(PROTOCOL));
        }
        Subscriber honest = Subscriber.initialised(vertx);

        assertThat(oldest.closeCode()).isEqualTo(4408);
        assertThat(oldest.socket.closeReason()).startsWith("Too many sockets");
        assertThat(honest.socket.isClosed()).isFalse();
    }

    private static void send(Subscriber subscriber, int size, boolean inOneFrame) {
        String half = "x".repeat(size / 2);
        if (inOneFrame) {
            subscriber.socket.writeFrame(WebSocketFrame.textFrame("x".repeat(size), true));
        } else {
            subscriber.socket.writeFrame(WebSocketFrame.textFrame(half, false));
            subscriber.socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(half + "x"), true));
        }
    }

    @Test
    void compression_is_not_negotiated() throws Exception {
        Subscriber subscriber = Subscriber.connect(
                vertx, Subscriber.options(PROTOCOL).addHeader("Sec-WebSocket-Extensions", "permessage-deflate"));

        assertThat(subscriber.extensions).isNull();
    }

    @Test
    void long_close_reason_is_truncated_at_character_boundary() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);
        String id = "ü".repeat(100);
        subscriber.subscribe(id, "subscription { silent { number } }");
        subscriber.subscribe(id, "subscription { silent { number } }");

        assertThat(subscriber.closeCode()).isEqualTo(4409);
        assertThat(subscriber.socket.closeReason())
                .startsWith("Subscriber for ü")
                .endsWith("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x"})
    void invalid_upgrade_is_rejected(String version) {
        given().header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", version)
                .header("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")
                .get("/graphql")
                .then()
                .statusCode(426);
    }

    /** They would otherwise be logged in full, and the client would never get a response. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk_secret\r\nx", "Bearer sk_secret\u0000"})
    void credentials_with_control_characters_are_rejected(String authorization) throws Exception {
        Subscriber subscriber = Subscriber.connect(vertx, Subscriber.options(PROTOCOL));
        subscriber.socket.writeTextMessage(new JsonObject()
                .put("type", "connection_init")
                .put("payload", new JsonObject().put("Authorization", authorization))
                .encode());

        assertThat(subscriber.closeCode()).isEqualTo(4403);
    }

    @Test
    void foreign_origin_is_rejected() {
        assertRefused(Subscriber.options(PROTOCOL).addHeader("Origin", "https://evil.example"));
    }

    @Test
    void local_origin_is_accepted() throws Exception {
        Subscriber.connect(vertx, Subscriber.options(PROTOCOL).addHeader("Origin", "http://localhost:3000"))
                .socket
                .close();
    }

    @Test
    void foreign_host_header_is_rejected() {
        assertRefused(Subscriber.options(PROTOCOL).addHeader("Host", "evil.example"));
    }

    private void assertRefused(WebSocketConnectOptions options) {
        assertThatThrownBy(() -> Subscriber.connect(vertx, options))
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> assertThat(refusal.getStatus())
                        .isEqualTo(403));
    }
}
