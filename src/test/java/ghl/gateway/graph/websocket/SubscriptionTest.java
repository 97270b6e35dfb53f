package ghl.gateway.graph.websocket;

import static ghl.gateway.fixture.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import ghl.gateway.fixture.NodeScript;
import ghl.gateway.fixture.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions over real sockets. */
@QuarkusTest
@TestProfile(TickProfile.class)
class SubscriptionTest {

    /** A separate instance, so that closing it closes all its clients. */
    private final Vertx vertx = Vertx.vertx();

    @Inject
    Ticks ticks;

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void resolver_receives_arguments_and_its_events_are_sent() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe(
                "1", "subscription { ticks(span: {count: 2, every: \"PT0.01S\"}) { number text thread } }");

        assertThat(subscriber.next().getInt("payload.data.ticks.number")).isZero();
        var second = subscriber.next();
        assertThat(second.getInt("payload.data.ticks.number")).isEqualTo(1);
        assertThat(second.getString("payload.data.ticks.text")).isEqualTo("unnamed");
        assertThat(second.getString("payload.data.ticks.thread"))
                .as("selections run on the event loop, whatever thread emits the event")
                .startsWith("vert.x-eventloop-thread");
        assertThat(subscriber.next().getString("type")).isEqualTo("complete");
    }

    @Test
    void invalid_argument_is_reported() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe("1", "subscription { ticks(span: {count: 2, every: \"soon\"}) { number } }");

        assertThat(subscriber.next().getString("payload[0].extensions.code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void failing_source_is_reported_with_its_code() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe("1", "subscription { breaking { number } }");

        var error = subscriber.next();
        assertThat(error.getString("type")).isEqualTo("error");
        assertThat(error.getString("payload[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(error.getBoolean("payload[0].extensions.retryable")).isFalse();
    }

    @Test
    void unsubscribing_cancels_the_source() throws Exception {
        int before = ticks.cancelled.get();
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe("1", "subscription { silent { number } }");
        subscriber.send(new JsonObject().put("type", "complete").put("id", "1"));

        await().untilAsserted(() -> assertThat(ticks.cancelled).hasValue(before + 1));
    }

    @Test
    void closing_the_socket_cancels_the_source() throws Exception {
        int before = ticks.cancelled.get();
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe("1", "subscription { silent { number } }");
        subscriber.socket.close();

        await().untilAsserted(() -> assertThat(ticks.cancelled).hasValue(before + 1));
    }

    @Test
    void client_that_stops_reading_is_disconnected_without_filling_memory() throws Exception {
        int before = ticks.cancelled.get();
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.socket.pause();
        subscriber.subscribe("1", "subscription { endless(characters: 50000) { text } }");

        await().untilAsserted(() -> assertThat(ticks.cancelled).hasValue(before + 1));
        assertThat(ticks.produced.get() * 50_000L)
                .as("bytes taken by the socket buffers")
                .isLessThan(20_000_000);
        subscriber.socket.resume(); // otherwise the client cannot be closed
    }

    @Test
    void client_that_answers_pings_stays_connected() throws Exception {
        Subscriber subscriber = Subscriber.initialised(vertx);
        subscriber.subscribe("1", "subscription { ticks(span: {count: 4, every: \"PT1S\"}) { number } }");

        for (int number = 0; number < 4; number++) {
            assertThat(subscriber.next().getInt("payload.data.ticks.number")).isEqualTo(number);
        }
        assertThat(subscriber.next().getString("type")).isEqualTo("complete");
    }

    @Test
    void subscription_over_post_is_refused_with_a_hint() {
        given().header("Content-Type", "application/json")
                .body(Map.of("query", "subscription { endless(characters: 1) { number } }"))
                .accept("application/graphql-response+json")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("graphql-transport-ws"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void subscription_over_get_is_refused_with_a_hint() {
        given().queryParam("query", "subscription { silent { number } }")
                .get("/graphql")
                .then()
                .statusCode(405)
                .body("errors[0].message", containsString("WebSocket"));
    }

    @Test
    void npm_client_subscribes() {
        NodeScript.Outcome client = new NodeScript("websocket.mjs")
                .run(Duration.ofSeconds(60), "ws://localhost:" + RestAssured.port + "/graphql", "ticks");

        assertThat(client.output()).contains("8 of 8 steps ok");
        assertThat(client.exitCode()).isZero();
    }
}
