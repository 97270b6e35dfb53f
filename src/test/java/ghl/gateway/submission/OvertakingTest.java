package ghl.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.MovableClock;
import ghl.gateway.fixture.MovedClock;
import ghl.gateway.fixture.Operator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A submission that waited long enough for a stuck one of the same person overtakes it. */
@QuarkusTest
@TestProfile(MovedClock.class)
class OvertakingTest {

    /** Longer than {@code SUBMISSION_LANE_PATIENCE}. */
    private static final Duration PAST_PATIENCE = Duration.ofMinutes(16);

    @Inject
    MovableClock clock;

    @Test
    void stuck_submission_is_overtaken_after_another_attempt() {
        Crm crm = Crm.fresh();
        crm.fault(
                Map.of("operation", "add-tags", "status", 401, "times", 100, "body", Map.of("message", "Invalid JWT")));
        Map<String, Object> stuck = new HashMap<>(form("first", "PT1S"));
        stuck.put("tags", List.of("a"));
        String first = Ask.submit(crm, stuck).getString("submission.id");

        String second = Ask.submit(crm, form("second", "PT0S")).getString("submission.id");
        Operator.awaitWaiting(first, "CREDENTIALS");
        Operator.awaitWaiting(second, "LANE");
        clock.advance(PAST_PATIENCE);

        Operator.awaitStatus(second, "DONE");
        assertThat(Operator.look(second).getList("warnings.code")).containsExactly("OVERTAKEN");
        assertThat(attempts(first)).as("tries of the stuck step").isGreaterThan(1);
    }

    private static int attempts(String id) {
        return Operator.look(id).getInt("steps[1].attempts");
    }

    private static Map<String, Object> form(String note, String wait) {
        return Map.of("contact", Map.of("email", "ada@example.com"), "notes", Map.of("body", note), "wait", wait);
    }
}
