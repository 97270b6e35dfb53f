package ghl.gateway.graph.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.graph.limit.RequestLimits;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a subscription, message by message. */
class SubscriptionConnectionTest {

    private final Sources sources = new Sources();
    private final RecordingPeer client = new RecordingPeer();
    private final SubscriptionConnection connection = new SubscriptionConnection(
            client, sources.executor(), Runnable::run, new TwoSubscriptions(), new FixedSocketAuthentication());

    @Test
    void every_event_is_told_in_order_and_then_the_end() {
        begin();
        subscribe("1", "subscription { three }");

        assertThat(client.types()).containsExactly("connection_ack", "next", "next", "next", "complete");
        assertThat(client.said.get(1)).contains("\"id\":\"1\"", "\"payload\":{\"data\":{\"three\":1}}");
        assertThat(client.said.get(3)).contains("{\"three\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "query { hello }, with POST",
        "mutation { change }, with POST",
        "subscription { nothing }, nothing",
        "subscription {, Invalid syntax",
        "subscription { three endless }, exactly one root field"
    })
    void what_is_no_subscription_is_refused_and_the_connection_lives_on(String document, String told) {
        begin();
        subscribe("1", document);

        assertThat(client.last().getString("type")).isEqualTo("error");
        assertThat(client.last().getString("id")).isEqualTo("1");
        assertThat(client.last().getString("payload[0].message")).contains(told);
        assertThat(client.last().getString("payload[0].extensions.code")).isEqualTo("BAD_REQUEST");
        assertThat(client.closed).isNull();
        assertThat(sources.changes).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"refusing, There is no such thing", "breaking, No longer served"})
    void a_subscription_that_fails_is_told_like_a_field_that_fails(String field, String told) {
        begin();
        subscribe("1", "subscription { " + field + " }");

        assertThat(client.last().getString("type")).isEqualTo("error");
        assertThat(client.last().getString("payload[0].message")).isEqualTo(told);
        assertThat(client.last().getString("payload[0].extensions.code")).isEqualTo("INVALID_INPUT");
        assertThat(client.types()).doesNotContain("complete");
    }

    @Test
    void an_event_that_cannot_be_written_ends_its_subscription() {
        begin();
        subscribe("1", "subscription { unwritable }");

        assertThat(client.types()).containsExactly("connection_ack", "error");
        assertThat(client.last().getString("payload[0].extensions.code")).isEqualTo("INTERNAL");
    }

    @Test
    void an_id_that_is_in_use_ends_the_connection_and_all_its_subscriptions() {
        begin();
        subscribe("1", "subscription { silent }");
        subscribe("1", "subscription { three }");

        assertThat(client.closed).isEqualTo(CloseCode.SUBSCRIBER_EXISTS);
        assertThat(client.reason).isEqualTo("Subscriber for 1 already exists");
        assertThat(sources.cancelled).hasValue(1);
        assertThat(client.types()).containsExactly("connection_ack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "breaking"})
    void an_id_is_free_again_once_its_subscription_is_over(String field) {
        begin();
        subscribe("1", "subscription { " + field + " }");
        subscribe("1", "subscription { three }");

        assertThat(client.closed).isNull();
        assertThat(client.last().getString("type")).isEqualTo("complete");
    }

    @Test
    void who_unsubscribes_hears_no_more_of_it() {
        begin();
        subscribe("1", "subscription { silent }");
        connection.receive("{\"type\":\"complete\",\"id\":\"1\"}");
        connection.receive("{\"type\":\"complete\",\"id\":\"1\"}");

        assertThat(sources.cancelled).hasValue(1);
        assertThat(client.types()).containsExactly("connection_ack");
    }

    @Test
    void a_closed_socket_cancels_every_subscription() {
        begin();
        subscribe("1", "subscription { silent }");
        subscribe("2", "subscription { silent }");
        connection.end();

        assertThat(sources.cancelled).hasValue(2);
    }

    @Test
    void one_subscription_too_many_is_refused_and_the_others_stay() {
        begin();
        subscribe("1", "subscription { silent }");
        subscribe("2", "subscription { silent }");
        subscribe("3", "subscription { silent }");

        assertThat(client.last().getString("id")).isEqualTo("3");
        assertThat(client.last().getString("payload[0].message")).contains("has 2 subscriptions");
        assertThat(sources.cancelled).hasValue(0);
    }

    @Test
    void who_does_not_read_is_sent_nothing_more_and_not_listened_to() {
        begin();
        client.full = true;
        subscribe("1", "subscription { endless }");

        assertThat(client.types()).containsExactly("connection_ack", "next");
        assertThat(sources.asked).hasValue(1);
        assertThat(client.paused).isTrue();

        connection.drained();

        assertThat(sources.asked).hasValue(2);
    }

    private void begin() {
        connection.receive("{\"type\":\"connection_init\"}");
    }

    private void subscribe(String id, String document) {
        connection.receive(
                "{\"type\":\"subscribe\",\"id\":\"" + id + "\",\"payload\":{\"query\":\"" + document + "\"}}");
    }

    private static final class TwoSubscriptions extends RequestLimits {

        TwoSubscriptions() {
            super(new MemorySize(BigInteger.valueOf(1_000_000)));
        }

        @Override
        public int subscriptions() {
            return 2;
        }
    }
}
