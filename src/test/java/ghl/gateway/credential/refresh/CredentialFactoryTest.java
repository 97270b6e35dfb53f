package ghl.gateway.credential.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.credential.oauth.TokenGrant;
import ghl.gateway.credential.store.Credential;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.credential.store.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CredentialFactoryTest {

    private static final Instant REQUESTED = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Owner OWNER = Owner.location("loc1");

    @Test
    void token_from_a_prompt_answer_is_due_halfway_through_its_life() {
        Credential credential = connected(REQUESTED);

        assertThat(credential.refreshAt()).isBetween(REQUESTED.plusSeconds(27), REQUESTED.plusSeconds(33));
        assertThat(credential.expiresAt()).isEqualTo(REQUESTED.plus(LIFETIME));
    }

    /** Random: repeated, because one draw may hide a wrong base. */
    @RepeatedTest(20)
    void token_from_a_slow_answer_is_not_due_on_arrival() {
        Instant arrived = REQUESTED.plusSeconds(40);

        Credential refreshed = CredentialFactory.refreshed(connected(REQUESTED.minusSeconds(60)), grant(), arrived);

        assertThat(refreshed.refreshAt()).isBetween(arrived.plusSeconds(9), arrived.plusSeconds(11));
        assertThat(refreshed.expiresAt()).isEqualTo(REQUESTED.plus(LIFETIME));
    }

    @Test
    void token_that_expired_on_its_way_is_due_on_arrival() {
        Instant arrived = REQUESTED.plusSeconds(90);

        assertThat(connected(arrived).refreshAt()).isEqualTo(arrived);
    }

    private static Credential connected(Instant arrivedAt) {
        return CredentialFactory.connected(OWNER, grant(), arrivedAt);
    }

    private static TokenGrant grant() {
        return new TokenGrant(OWNER, null, new TokenPair("access", "refresh"), REQUESTED, LIFETIME, List.of());
    }
}
