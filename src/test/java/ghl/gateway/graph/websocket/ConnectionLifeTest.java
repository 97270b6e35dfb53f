package ghl.gateway.graph.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.graph.limit.RequestLimits;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection begins, stays and ends. */
class ConnectionLifeTest {

    private final RecordingPeer client = new RecordingPeer();
    private final FixedSocketAuthentication admission = new FixedSocketAuthentication();
    private final SubscriptionConnection connection = new SubscriptionConnection(
            client,
            new Sources().executor(),
            Runnable::run,
            new RequestLimits(new MemorySize(BigInteger.valueOf(1_000_000))) {},
            admission);

    @Test
    void a_client_that_begins_is_acknowledged() {
        begin();

        assertThat(client.said).containsExactly("{\"type\":\"connection_ack\"}");
    }

    @Test
    void a_client_that_nobody_knows_is_sent_away() {
        admission.admitsNobody = true;

        begin();

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
        assertThat(client.said).isEmpty();
    }

    @Test
    void a_client_whose_key_no_longer_holds_is_sent_away_at_the_next_ping() {
        begin();
        connection.checkAlive();
        connection.heard();
        assertThat(client.closed).isNull();

        admission.holds = false;
        connection.checkAlive();

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
    }

    @Test
    void a_client_of_whom_nobody_can_tell_who_it_is_does_not_stay() {
        admission.neverSays = true;
        begin();
        connection.endInitWait();
        assertThat(client.closed).isNull();

        connection.checkAlive();

        assertThat(client.closed).isEqualTo(CloseCode.FORBIDDEN);
    }

    @Test
    void a_client_that_was_sent_away_and_does_not_go_is_cut_off() {
        begin();
        admission.holds = false;
        connection.checkAlive();
        connection.checkAlive();
        connection.checkAlive();

        assertThat(client.aborted).isTrue();
    }

    @Test
    void credentials_may_come_with_the_first_message() {
        connection.receive("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer key\"}}");

        assertThat(admission.shown).isEqualTo("Bearer key");
    }

    @Test
    void a_client_that_does_not_begin_in_time_is_sent_away() {
        connection.endInitWait();

        assertThat(client.closed).isEqualTo(CloseCode.INIT_TIMEOUT);
    }

    @Test
    void a_client_that_began_has_all_the_time() {
        begin();
        connection.endInitWait();

        assertThat(client.closed).isNull();
    }

    @Test
    void beginning_twice_is_once_too_often() {
        begin();
        begin();

        assertThat(client.closed).isEqualTo(CloseCode.TOO_MANY_INITS);
    }

    @Test
    void nobody_subscribes_before_beginning() {
        connection.receive("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { three }\"}}");

        assertThat(client.closed).isEqualTo(CloseCode.UNAUTHORIZED);
        assertThat(client.said).isEmpty();
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
    void what_is_no_message_ends_the_connection(String text) {
        connection.receive(text);

        assertThat(client.closed).isEqualTo(CloseCode.BAD_MESSAGE);
        assertThat(client.reason).isNotBlank();
    }

    @Test
    void a_ping_is_answered_with_its_payload_before_the_beginning_too() {
        connection.receive("{\"type\":\"ping\",\"payload\":{\"at\":7}}");
        assertThat(client.last().getInt("payload.at")).isEqualTo(7);

        connection.receive("{\"type\":\"ping\"}");
        assertThat(client.said).last().isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void a_pong_is_taken() {
        connection.receive("{\"type\":\"pong\",\"payload\":null}");

        assertThat(client.closed).isNull();
    }

    @Test
    void answers_to_pings_do_not_pile_up_either() {
        client.full = true;
        connection.receive("{\"type\":\"ping\"}");
        assertThat(client.paused).isTrue();

        client.full = false;
        connection.drained();
        assertThat(client.paused).isFalse();
    }

    @Test
    void who_gives_no_sign_of_life_is_cut_off() {
        begin();
        connection.checkAlive();
        connection.heard();
        connection.checkAlive();
        assertThat(client.pings).isEqualTo(2);
        assertThat(client.aborted).isFalse();

        connection.checkAlive();
        assertThat(client.aborted).isTrue();
    }

    @Test
    void after_the_goodbye_nothing_is_listened_to() {
        connection.receive("nonsense");
        begin();
        connection.checkAlive();
        connection.heard();
        connection.checkAlive();

        assertThat(client.said).isEmpty();
        assertThat(client.aborted).isTrue();
    }

    private void begin() {
        connection.receive("{\"type\":\"connection_init\"}");
    }
}
