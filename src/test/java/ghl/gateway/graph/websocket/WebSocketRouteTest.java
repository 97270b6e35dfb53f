package ghl.gateway.graph.websocket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Who gets a socket, and what may be sent over it. */
@QuarkusTest
@TestProfile(TickProfile.class)
class WebSocketRouteTest {

    private static final String PROTOCOL = "graphql-transport-ws";

    /** Of its own, so that it can be closed with all its clients. */
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "chat", ""})
    void another_subprotocol_is_not_spoken(String subprotocol) throws Exception {
        WebSocketConnectOptions options = Subscriber.options();
        if (!subprotocol.isEmpty()) {
            options.addHeader("Sec-WebSocket-Protocol", subprotocol); // which the client then does not insist on
        }

        assertThat(Subscriber.connect(vertx, options).closeCode()).isEqualTo(4406);
    }

    @Test
    void who_says_nothing_is_sent_away() throws Exception {
        assertThat(Subscriber.connect(vertx, Subscriber.options(PROTOCOL)).closeCode())
                .isEqualTo(4408);
    }

    @Test
    void a_message_may_come_in_pieces() throws Exception {
        Subscriber subscriber = Subscriber.connect(vertx, Subscriber.options(PROTOCOL));
        subscriber.socket.writeFrame(WebSocketFrame.textFrame("{\"type\":", false));
        subscriber.socket.writePing(Buffer.buffer("between"));
        subscriber.socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"connection_init\"}"), true));

        assertThat(subscriber.next().getString("type")).isEqualTo("connection_ack");
    }

    @Test
    void a_message_in_bytes_is_none() throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.socket.writeBinaryMessage(Buffer.buffer("{\"type\":\"ping\"}"));

        assertThat(subscriber.closeCode()).isEqualTo(4400);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_message_that_is_too_large_is_not_taken(boolean inOneFrame) throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        String half = "x".repeat(inOneFrame ? 65_537 : 40_000);
        subscriber.socket.writeFrame(WebSocketFrame.textFrame(half, inOneFrame));
        if (!inOneFrame) {
            subscriber.socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(half), true));
        }

        assertThat(subscriber.closeCode()).isEqualTo(1009);
    }

    @Test
    void compression_is_not_agreed_on_for_it_hides_how_large_a_message_is() throws Exception {
        Subscriber subscriber = Subscriber.connect(
                vertx, Subscriber.options(PROTOCOL).addHeader("Sec-WebSocket-Extensions", "permessage-deflate"));

        assertThat(subscriber.extensions).isNull();
    }

    @Test
    void a_close_reason_stays_within_its_frame() throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        String id = "ü".repeat(200);
        subscriber.subscribe(id, "subscription { silent { number } }");
        subscriber.subscribe(id, "subscription { silent { number } }");

        assertThat(subscriber.closeCode()).isEqualTo(4409);
        assertThat(subscriber.socket.closeReason())
                .startsWith("Subscriber for ü")
                .endsWith("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x"})
    void an_upgrade_that_is_none_is_the_callers_mistake(String version) {
        given().header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", version)
                .header("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")
                .get("/graphql")
                .then()
                .statusCode(426);
    }

    /** They would stand in the log with all of their text, and the client would wait for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk_secret\r\nx", "Bearer sk_secret\u0000"})
    void credentials_that_no_header_can_carry_are_refused(String authorization) throws Exception {
        Subscriber subscriber = Subscriber.connect(vertx, Subscriber.options(PROTOCOL));
        subscriber.socket.writeTextMessage(new JsonObject()
                .put("type", "connection_init")
                .put("payload", new JsonObject().put("Authorization", authorization))
                .encode());

        assertThat(subscriber.closeCode()).isEqualTo(4403);
    }

    @Test
    void a_page_of_another_site_cannot_connect() {
        assertRefused(Subscriber.options(PROTOCOL).addHeader("Origin", "https://evil.example"));
    }

    @Test
    void a_page_of_this_machine_can() throws Exception {
        Subscriber.connect(vertx, Subscriber.options(PROTOCOL).addHeader("Origin", "http://localhost:3000"))
                .socket
                .close();
    }

    @Test
    void a_foreign_name_for_this_machine_cannot_connect() {
        assertRefused(Subscriber.options(PROTOCOL).addHeader("Host", "evil.example"));
    }

    private void assertRefused(WebSocketConnectOptions options) {
        assertThatThrownBy(() -> Subscriber.connect(vertx, options))
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> assertThat(refusal.getStatus())
                        .isEqualTo(403));
    }
}
