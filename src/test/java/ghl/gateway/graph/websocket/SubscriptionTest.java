package ghl.gateway.graph.websocket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import ghl.gateway.fixture.NodeScript;
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

    /** Of its own, so that it can be closed with all its clients. */
    private final Vertx vertx = Vertx.vertx();

    @Inject
    Ticks ticks;

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_resolver_gets_its_arguments_and_its_events_are_told() throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.subscribe(
                "1", "subscription { ticks(span: {count: 2, every: \"PT0.01S\"}) { number text thread } }");

        assertThat(subscriber.next().getInt("payload.data.ticks.number")).isZero();
        var second = subscriber.next();
        assertThat(second.getInt("payload.data.ticks.number")).isEqualTo(1);
        assertThat(second.getString("payload.data.ticks.text")).isEqualTo("unnamed");
        assertThat(second.getString("payload.data.ticks.thread"))
                .as("what is selected is read where queries are, wherever the event came from")
                .startsWith("vert.x-eventloop-thread");
        assertThat(subscriber.next().getString("type")).isEqualTo("complete");
    }

    @Test
    void an_argument_that_cannot_be_read_is_told() throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.subscribe("1", "subscription { ticks(span: {count: 2, every: \"soon\"}) { number } }");

        assertThat(subscriber.next().getString("payload[0].extensions.code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void a_failing_source_is_told_with_its_code() throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.subscribe("1", "subscription { breaking { number } }");

        var error = subscriber.next();
        assertThat(error.getString("type")).isEqualTo("error");
        assertThat(error.getString("payload[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(error.getBoolean("payload[0].extensions.retryable")).isFalse();
    }

    @Test
    void unsubscribing_cancels_the_source() throws Exception {
        int before = ticks.cancelled.get();
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.subscribe("1", "subscription { silent { number } }");
        subscriber.say(new JsonObject().put("type", "complete").put("id", "1"));

        await().untilAsserted(() -> assertThat(ticks.cancelled).hasValue(before + 1));
    }

    @Test
    void closing_the_socket_cancels_the_source() throws Exception {
        int before = ticks.cancelled.get();
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.subscribe("1", "subscription { silent { number } }");
        subscriber.socket.close();

        await().untilAsserted(() -> assertThat(ticks.cancelled).hasValue(before + 1));
    }

    @Test
    void who_stops_reading_costs_little_memory_and_is_cut_off() throws Exception {
        int before = ticks.cancelled.get();
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.socket.pause();
        subscriber.subscribe("1", "subscription { endless(characters: 50000) { text } }");

        await().atMost(Duration.ofSeconds(6)) // Vert.x alone would wait ten for the close frame to be read
                .untilAsserted(() -> assertThat(ticks.cancelled).hasValue(before + 1));
        assertThat(ticks.produced.get() * 50_000L)
                .as("bytes that the sockets' own buffers took")
                .isLessThan(20_000_000);
        subscriber.socket.resume(); // or the client cannot be closed
    }

    @Test
    void who_reads_and_answers_pings_stays() throws Exception {
        Subscriber subscriber = Subscriber.begin(vertx);
        subscriber.subscribe("1", "subscription { ticks(span: {count: 4, every: \"PT1S\"}) { number } }");

        for (int number = 0; number < 4; number++) {
            assertThat(subscriber.next().getInt("payload.data.ticks.number")).isEqualTo(number);
        }
        assertThat(subscriber.next().getString("type")).isEqualTo("complete");
    }

    @Test
    void post_answers_a_subscription_with_where_to_go() {
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
    void get_answers_a_subscription_with_where_to_go() {
        given().queryParam("query", "subscription { silent { number } }")
                .get("/graphql")
                .then()
                .statusCode(405)
                .body("errors[0].message", containsString("WebSocket"));
    }

    @Test
    void the_npm_client_subscribes() {
        NodeScript.Outcome client = new NodeScript("websocket.mjs")
                .run(Duration.ofSeconds(60), "ws://localhost:" + RestAssured.port + "/graphql", "ticks");

        assertThat(client.output()).contains("8 of 8 steps ok");
        assertThat(client.exitCode()).isZero();
    }
}
