package ghl.gateway.graph.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.graph.limit.SocketLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions of one connection, message by message. */
class SubscriptionConnectionTest {

    private final EventSources sources = new EventSources();
    private final RecordingPeer client = new RecordingPeer();
    private final FixedSocketAuthentication authentication = new FixedSocketAuthentication();
    private final SubscriptionConnection connection = new SubscriptionConnection(
            client, sources.executor(), Runnable::run, new TwoSubscriptions(), authentication);

    @Test
    void events_are_sent_in_order_and_completed() {
        initialise();
        subscribe("1", "subscription { three }");

        assertThat(client.types()).containsExactly("connection_ack", "next", "next", "next", "complete");
        assertThat(client.sent.get(1)).contains("\"id\":\"1\"", "\"payload\":{\"data\":{\"three\":1}}");
        assertThat(client.sent.get(3)).contains("{\"three\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "query { hello }, with POST",
        "mutation { change }, with POST",
        "subscription { nothing }, nothing",
        "subscription {, Invalid syntax",
        "subscription { three endless }, exactly one root field"
    })
    void invalid_subscription_is_refused_and_connection_stays_open(String document, String message) {
        initialise();
        subscribe("1", document);

        assertThat(client.last().getString("type")).isEqualTo("error");
        assertThat(client.last().getString("id")).isEqualTo("1");
        assertThat(client.last().getString("payload[0].message")).contains(message);
        assertThat(client.last().getString("payload[0].extensions.code")).isEqualTo("BAD_REQUEST");
        assertThat(client.closed).isNull();
        assertThat(sources.changes).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"refusing, Unknown record", "breaking, No longer served"})
    void failed_subscription_is_reported_like_a_failed_field(String field, String message) {
        initialise();
        subscribe("1", "subscription { " + field + " }");

        assertThat(client.last().getString("type")).isEqualTo("error");
        assertThat(client.last().getString("payload[0].message")).isEqualTo(message);
        assertThat(client.last().getString("payload[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(client.types()).doesNotContain("complete");
    }

    @Test
    void unserializable_event_ends_its_subscription() {
        initialise();
        subscribe("1", "subscription { unwritable }");

        assertThat(client.types()).containsExactly("connection_ack", "error");
        assertThat(client.last().getString("payload[0].extensions.code")).isEqualTo("INTERNAL");
    }

    @Test
    void duplicate_id_closes_connection_and_cancels_subscriptions() {
        initialise();
        subscribe("1", "subscription { silent }");
        subscribe("1", "subscription { three }");

        assertThat(client.closed).isEqualTo(CloseCode.SUBSCRIBER_EXISTS);
        assertThat(client.reason).isEqualTo("Subscriber for 1 already exists");
        assertThat(sources.cancelled).hasValue(1);
        assertThat(client.types()).containsExactly("connection_ack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "breaking"})
    void id_of_finished_subscription_can_be_reused(String field) {
        initialise();
        subscribe("1", "subscription { " + field + " }");
        subscribe("1", "subscription { three }");

        assertThat(client.closed).isNull();
        assertThat(client.last().getString("type")).isEqualTo("complete");
    }

    @Test
    void complete_cancels_subscription() {
        initialise();
        subscribe("1", "subscription { silent }");
        connection.receive("{\"type\":\"complete\",\"id\":\"1\"}");
        connection.receive("{\"type\":\"complete\",\"id\":\"1\"}");

        assertThat(sources.cancelled).hasValue(1);
        assertThat(client.types()).containsExactly("connection_ack");
    }

    @Test
    void long_subscription_id_closes_the_socket() {
        initialise();
        subscribe("x".repeat(101), "subscription { silent }");

        assertThat(client.closed).isEqualTo(CloseCode.BAD_MESSAGE);
    }

    @Test
    void closed_socket_cancels_every_subscription() {
        initialise();
        subscribe("1", "subscription { silent }");
        subscribe("2", "subscription { silent }");
        connection.end();

        assertThat(sources.cancelled).hasValue(2);
    }

    @Test
    void subscription_beyond_limit_is_refused_and_others_stay() {
        initialise();
        subscribe("1", "subscription { silent }");
        subscribe("2", "subscription { silent }");
        subscribe("3", "subscription { silent }");

        assertThat(client.last().getString("id")).isEqualTo("3");
        assertThat(client.last().getString("payload[0].message")).contains("has 2 subscriptions");
        assertThat(sources.cancelled).hasValue(0);
    }

    @Test
    void client_that_does_not_read_is_paused_until_drained() {
        initialise();
        client.full = true;
        subscribe("1", "subscription { endless }");

        assertThat(client.types()).containsExactly("connection_ack", "next");
        assertThat(sources.requested).hasValue(1);
        assertThat(client.paused).isTrue();

        connection.onDrain();

        assertThat(sources.requested).hasValue(2);
    }

    @Test
    void revoked_key_receives_no_further_event() {
        initialise();
        client.full = true;
        subscribe("1", "subscription { endless }");
        authentication.valid = false;

        connection.onDrain();

        assertThat(client.types()).containsExactly("connection_ack", "next");
        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
    }

    private void initialise() {
        connection.receive("{\"type\":\"connection_init\"}");
    }

    private void subscribe(String id, String document) {
        connection.receive(
                "{\"type\":\"subscribe\",\"id\":\"" + id + "\",\"payload\":{\"query\":\"" + document + "\"}}");
    }

    private static final class TwoSubscriptions extends SocketLimits {

        @Override
        public int subscriptions() {
            return 2;
        }
    }
}
