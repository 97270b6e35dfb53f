package ghl.gateway.submission.delivery;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journal that was out of use may be a restored backup: others may have delivered what it holds as unfinished. */
@QuarkusTest
@TestProfile(MovedClock.class)
class RestoredJournalTest {

    private static final Duration SHORT_STOP = Duration.ofMinutes(1);
    private static final Duration LONG_STOP = Duration.ofMinutes(6);

    /** At least the longest pause of this profile before a retry. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Inject
    RestoredJournal restored;

    @Inject
    MovableClock clock;

    private Crm crm;
    private String contact;

    @BeforeEach
    void knownContact() {
        crm = Crm.fresh();
        contact = crm.contact(Map.of("email", "ada@example.com", "city", "Old town"));
        clock.advance(SHORT_STOP);
    }

    @Test
    void short_stop_adds_no_call() {
        String id = waitingSubmission();

        startAfter(SHORT_STOP);
        clock.advance(LONGEST_PAUSE);

        Operator.awaitStatus(id, "DONE");
        assertThat(crm.calls("get-all-notes")).isZero();
        assertThat(crm.calls("get-contact")).isZero();
    }

    @Test
    void unfinished_submission_is_looked_for_and_delivered_once() {
        String id = waitingSubmission();

        startAfter(LONG_STOP);
        clock.advance(LONGEST_PAUSE);

        Operator.awaitStatus(id, "DONE");
        assertThat(crm.calls("get-all-notes")).as("looks for the note").isPositive();
        assertThat(crm.get("/contacts/" + contact + "/notes").getList("notes")).hasSize(1);
        assertThat(cityInCrm()).isEqualTo("New town");
    }

    @Test
    void contact_that_was_changed_since_parks_the_submission_with_both_values() {
        String id = waitingSubmission();
        changeInCrm("Third town");

        startAfter(LONG_STOP);
        clock.advance(LONGEST_PAUSE);

        Operator.awaitStatus(id, "PARKED");
        assertThat(Operator.look(id).getString("reason")).isEqualTo("CHANGED_SINCE_BACKUP");
        assertThat(Operator.look(id).getString("steps[0].error.reasons"))
                .contains("city")
                .contains("Third town")
                .contains("New town");
        assertThat(cityInCrm()).isEqualTo("Third town");

        Operator.post("/submissions/" + id + "/retry", Map.of(), 200);

        Operator.awaitStatus(id, "DONE");
        assertThat(cityInCrm()).isEqualTo("New town");
        assertThat(crm.get("/contacts/" + contact + "/notes").getList("notes")).hasSize(1);
    }

    private String waitingSubmission() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 401, "body", Map.of("message", "Invalid JWT")));
        String id = Ask.submit(
                        crm,
                        Map.of(
                                "contact", Map.of("email", "ada@example.com", "city", "New town"),
                                "notes", Map.of("body", "Hello"),
                                "wait", "PT0S"))
                .getString("submission.id");
        Operator.awaitWaiting(id, "CREDENTIALS");
        return id;
    }

    private void startAfter(Duration stop) {
        clock.advance(stop);
        restored.checkAtStart(null);
    }

    private String cityInCrm() {
        return crm.get("/contacts/" + contact).getString("contact.city");
    }

    private void changeInCrm(String city) {
        crm.put("/contacts/" + contact, Map.of("city", city));
    }
}
