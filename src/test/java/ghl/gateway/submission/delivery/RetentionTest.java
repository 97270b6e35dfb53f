package ghl.gateway.submission.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.Operator;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The content of what is over is kept for some time and no longer. */
@QuarkusTest
class RetentionTest {

    @Inject
    Database database;

    @Inject
    SubmissionStore submissions;

    @Inject
    DeliverySchedule wakeups;

    @Inject
    Milestones milestones;

    @Inject
    SubmissionConfig config;

    @Inject
    Clock clock;

    private Crm crm;

    @BeforeEach
    void ownLocation() {
        crm = Crm.fresh();
    }

    @Test
    void delivered_content_goes_after_its_time_and_what_happened_stays() {
        String id = submit();

        sweepAfter(config.retention().minusMinutes(1));
        assertThat(kept(id).plan()).isNotNull();
        sweepAfter(config.retention().plusMinutes(1));

        JournaledSubmission emptied = kept(id);
        assertThat(emptied.plan()).isNull();
        assertThat(emptied.erasedAt()).isNotNull();
        assertThat(emptied.steps()).extracting(JournaledStep::answer).containsOnlyNulls();
        assertThat(emptied.steps()).extracting(JournaledStep::resultId).doesNotContainNull();
        assertThat(Operator.look(id).getString("status")).isEqualTo("DONE");
    }

    @Test
    void what_needs_a_person_is_kept_until_somebody_came() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit();

        sweepAfter(config.retention().multipliedBy(12));

        assertThat(kept(id).plan()).isNotNull();
    }

    @Test
    void what_was_given_up_goes_like_what_was_delivered() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit();
        Operator.post("/submissions/" + id + "/discard", Map.of(), 200);

        sweepAfter(config.retention().plusMinutes(1));

        assertThat(kept(id).plan()).isNull();
    }

    private void sweepAfter(Duration later) {
        Clock moved = Clock.offset(clock, later);
        new SubmissionRescuer(database, submissions, wakeups, milestones, config, moved).sweep();
    }

    private JournaledSubmission kept(String id) {
        return database.read(transaction -> submissions.find(transaction, id)).orElseThrow();
    }

    private String submit() {
        return Ask.submit(
                        crm,
                        Map.of("contact", Map.of("email", "ada@example.com"), "notes", List.of(Map.of("body", "x"))))
                .getString("submission.id");
    }
}
