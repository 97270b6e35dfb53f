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

/** Content is erased after the retention period. */
@QuarkusTest
class RetentionTest {

    @Inject
    Database database;

    @Inject
    SubmissionStore submissions;

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
    void delivered_submission_after_retention_loses_its_content_and_keeps_its_history() {
        String id = submit();

        cleanAfter(config.retention().minusMinutes(1));
        assertThat(stored(id).plan()).isNotNull();
        cleanAfter(config.retention().plusMinutes(1));

        JournaledSubmission erased = stored(id);
        assertThat(erased.plan()).isNull();
        assertThat(erased.erasedAt()).isNotNull();
        assertThat(erased.steps()).extracting(JournaledStep::answer).containsOnlyNulls();
        assertThat(erased.steps()).extracting(JournaledStep::resultId).doesNotContainNull();
        assertThat(Operator.look(id).getString("status")).isEqualTo("DONE");
    }

    @Test
    void parked_submission_after_retention_keeps_its_content() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit();

        cleanAfter(config.retention().multipliedBy(12));

        assertThat(stored(id).plan()).isNotNull();
    }

    @Test
    void discarded_submission_after_retention_loses_its_content() {
        crm.fault(Map.of("operation", "upsert-contact", "status", 422, "times", 1, "body", Map.of("message", "no")));
        String id = submit();
        Operator.post("/submissions/" + id + "/discard", Map.of(), 200);

        cleanAfter(config.retention().plusMinutes(1));

        assertThat(stored(id).plan()).isNull();
    }

    private void cleanAfter(Duration later) {
        Clock moved = Clock.offset(clock, later);
        new SubmissionCleaner(database, submissions, config, moved).clean();
    }

    private JournaledSubmission stored(String id) {
        return database.read(transaction -> submissions.find(transaction, id)).orElseThrow();
    }

    private String submit() {
        return Ask.submit(
                        crm,
                        Map.of("contact", Map.of("email", "ada@example.com"), "notes", List.of(Map.of("body", "x"))))
                .getString("submission.id");
    }
}
