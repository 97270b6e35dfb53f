package ghl.gateway.graph.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.graph.limit.SocketLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Initialisation, liveness and closing of a connection. */
class ConnectionLifecycleTest {

    private final RecordingPeer client = new RecordingPeer();
    private final FixedSocketAuthentication authentication = new FixedSocketAuthentication();
    private final SubscriptionConnection connection = new SubscriptionConnection(
            client, new EventSources().executor(), Runnable::run, new SocketLimits(), authentication);

    @Test
    void init_is_acknowledged() {
        initialise();

        assertThat(client.sent).containsExactly("{\"type\":\"connection_ack\"}");
    }

    @Test
    void unknown_client_is_closed_as_forbidden() {
        authentication.rejectsAll = true;

        initialise();

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
        assertThat(client.sent).isEmpty();
    }

    @Test
    void revoked_key_closes_connection_at_next_ping() {
        initialise();
        connection.checkAlive();
        connection.markAlive();
        assertThat(client.closed).isNull();

        authentication.valid = false;
        connection.checkAlive();

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
    }

    @Test
    void revoked_key_closes_connection_at_next_subscription() {
        initialise();
        authentication.valid = false;

        connection.receive("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { three }\"}}");

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
        assertThat(client.types()).containsExactly("connection_ack");
    }

    @Test
    void unfinished_authentication_closes_connection_at_next_ping() {
        authentication.neverCompletes = true;
        initialise();
        connection.onInitTimeout();
        assertThat(client.closed).isNull();

        connection.checkAlive();

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
    }

    @Test
    void closed_client_that_stays_connected_is_aborted() {
        initialise();
        authentication.valid = false;
        connection.checkAlive();
        connection.checkAlive();
        connection.checkAlive();

        assertThat(client.aborted).isTrue();
    }

    @Test
    void credentials_are_read_from_init_payload() {
        connection.receive("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer key\"}}");

        assertThat(authentication.authorization).isEqualTo("Bearer key");
    }

    @Test
    void missing_init_closes_connection() {
        connection.onInitTimeout();

        assertThat(client.closed).isEqualTo(CloseCode.INIT_TIMEOUT);
    }

    @Test
    void init_timeout_after_init_has_no_effect() {
        initialise();
        connection.onInitTimeout();

        assertThat(client.closed).isNull();
    }

    @Test
    void second_init_closes_connection() {
        initialise();
        initialise();

        assertThat(client.closed).isEqualTo(CloseCode.TOO_MANY_INITS);
    }

    @Test
    void subscribe_before_init_closes_connection() {
        connection.receive("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { three }\"}}");

        assertThat(client.closed).isEqualTo(CloseCode.UNAUTHORIZED);
        assertThat(client.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"next\",\"id\":\"1\"}",
                "{\"type\":\"connection_init\",\"payload\":\"x\"}",
                "{\"type\":\"ping\",\"payload\":[]}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{a}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{a}\",\"variables\":[]}}",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}"
            })
    void invalid_message_closes_connection(String text) {
        connection.receive(text);

        assertThat(client.closed).isEqualTo(CloseCode.BAD_MESSAGE);
        assertThat(client.reason).isNotBlank();
    }

    @Test
    void ping_before_init_is_answered_with_its_payload() {
        connection.receive("{\"type\":\"ping\",\"payload\":{\"at\":7}}");
        assertThat(client.last().getInt("payload.at")).isEqualTo(7);

        connection.receive("{\"type\":\"ping\"}");
        assertThat(client.sent).last().isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void pong_is_accepted() {
        connection.receive("{\"type\":\"pong\",\"payload\":null}");

        assertThat(client.closed).isNull();
    }

    @Test
    void pongs_to_a_client_that_does_not_read_are_paused() {
        client.full = true;
        connection.receive("{\"type\":\"ping\"}");
        assertThat(client.paused).isTrue();

        client.full = false;
        connection.onDrain();
        assertThat(client.paused).isFalse();
    }

    @Test
    void client_that_ignores_pings_is_aborted() {
        initialise();
        connection.checkAlive();
        connection.markAlive();
        connection.checkAlive();
        assertThat(client.pings).isEqualTo(2);
        assertThat(client.aborted).isFalse();

        connection.checkAlive();
        assertThat(client.aborted).isTrue();
    }

    @Test
    void messages_after_close_are_ignored() {
        connection.receive("nonsense");
        initialise();
        connection.checkAlive();
        connection.markAlive();
        connection.checkAlive();

        assertThat(client.sent).isEmpty();
        assertThat(client.aborted).isTrue();
    }

    private void initialise() {
        connection.receive("{\"type\":\"connection_init\"}");
    }
}
