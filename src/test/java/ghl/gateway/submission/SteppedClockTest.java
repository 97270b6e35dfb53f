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
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone sets the machine's clock while a submission waits for its retry: no time passes. */
@QuarkusTest
@TestProfile(MovedClock.class)
class SteppedClockTest {

    /** At least the longest pause of this profile before a retry. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Inject
    MovableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"PT-1M", "PT1M", "PT-1H", "PT1H", "PT-24H", "PT24H"})
    void submission_that_waits_is_neither_hurried_nor_stalled_nor_overtaken(Duration step) {
        Crm crm = Crm.fresh();
        crm.fault(Map.of("operation", "upsert-contact", "status", 503, "times", 1));
        String first = submit(crm, "ada@example.com", "First", "PT0S");
        Operator.awaitWaiting(first, "RETRY");

        clock.set(step);
        String second;
        try {
            second = submit(crm, "ada@example.com", "Second", "PT0S");
            Operator.awaitWaiting(second, "LANE");
            String other = submit(crm, "bob@example.com", "Bob", "PT10S");
            assertThat(Operator.look(other).getString("status"))
                    .as("that another one was delivered")
                    .isEqualTo("DONE");
            assertThat(Operator.look(first).getInt("steps[0].attempts"))
                    .as("attempts before the pause ends")
                    .isEqualTo(1);

            clock.advance(LONGEST_PAUSE);
            Operator.awaitStatus(first, "DONE");
            Operator.awaitStatus(second, "DONE");
        } finally {
            clock.set(step.negated());
        }
        assertThat(Operator.look(second).getList("warnings")).isEmpty();
        assertThat(crm.get("/contacts/search/duplicate?locationId={location}&email=ada@example.com")
                        .getString("contact.firstName"))
                .isEqualTo("Second");
    }

    private static String submit(Crm crm, String email, String name, String wait) {
        return Ask.submit(crm, Map.of("contact", Map.of("email", email, "firstName", name), "wait", wait))
                .getString("submission.id");
    }
}
