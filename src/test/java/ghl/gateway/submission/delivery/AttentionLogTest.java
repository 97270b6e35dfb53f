package ghl.gateway.submission.delivery;

import static ghl.gateway.fixture.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Ask;
import ghl.gateway.fixture.Crm;
import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.step.ContactMatch;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Submissions that need a person are logged with their ids and without personal data. */
@QuarkusTest
class AttentionLogTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @RegisterExtension
    final LoggedLines lines = new LoggedLines(AttentionLog.class);

    @Test
    void refused_submission_is_logged_without_the_words_of_the_crm() {
        Crm crm = Crm.fresh();
        crm.fault(Map.of(
                "operation",
                "upsert-contact",
                "status",
                422,
                "body",
                Map.of("message", List.of("ada@example.com is bad"))));

        String id = Ask.submit(crm, Map.of("contact", Map.of("email", "ada@example.com", "firstName", "Ada")))
                .getString("submission.id");

        await().until(() -> linesAbout(id).size() == 1);
        assertThat(linesAbout(id).get(0))
                .startsWith("Submission " + id + " (no form, location " + crm.locationId()
                        + ") parked: REFUSED at step 1 UPSERT_CONTACT (UPSTREAM_REFUSED, HTTP 422")
                .endsWith("correct their cause and retry it, or discard it.")
                .doesNotContain("ada@example.com", "Ada", "is bad");
    }

    @Test
    void quarantined_submission_is_logged() {
        AttentionLog.accepted(submission(accepted().quarantined(NOW)));

        assertThat(linesAbout("s1"))
                .containsExactly(
                        "Submission s1 (form lead-capture, location loc1) quarantined as probable spam. Approve or"
                                + " discard it.");
    }

    @Test
    void submission_that_needs_approval_is_logged() {
        AttentionLog.accepted(submission(accepted().parked(ParkReason.APPROVAL, NOW)));

        assertThat(linesAbout("s1"))
                .containsExactly("Submission s1 (form lead-capture, location loc1) parked: APPROVAL. Approve or"
                        + " discard it.");
    }

    @Test
    void unreadable_submission_is_logged() {
        AttentionLog.accepted(submission(accepted().parked(ParkReason.UNREADABLE, NOW)));

        assertThat(linesAbout("s1"))
                .containsExactly(
                        "Submission s1 (form lead-capture, location loc1) parked: UNREADABLE. Its warning UNREADABLE says"
                                + " why. Look at its body (GET /ops/submissions/ID/body). If it has the form's answers under"
                                + " other names, correct the form's definition and retry it; if it is malformed, enter the"
                                + " lead by hand, then discard it, and correct the sender's template.");
    }

    @Test
    void unsure_submission_is_logged_with_its_step() {
        StepError error = new StepError("TIMEOUT", "secret", List.of("secret"), 504, "c1", "t-1");
        JournaledStep unsure = JournaledStep.todo(2, StepKind.ADD_NOTE).parked(ParkReason.UNSURE, error);
        JournaledSubmission now = submission(accepted().parked(ParkReason.UNSURE, NOW))
                .withSteps(List.of(JournaledStep.todo(1, StepKind.FIND_CONTACT), unsure));

        AttentionLog.changed(submission(accepted()), now);

        assertThat(linesAbout("s1")).singleElement().satisfies(line -> assertThat(line)
                .contains("parked: UNSURE at step 2 ADD_NOTE (TIMEOUT, HTTP 504, CRM trace t-1). Check in the CRM")
                .doesNotContain("secret"));
    }

    @Test
    void submission_that_stays_parked_is_not_logged_again() {
        JournaledSubmission parked = submission(accepted().parked(ParkReason.REFUSED, NOW));

        AttentionLog.changed(parked, parked.updated(parked.state(), parked.steps(), NOW.plusSeconds(1)));

        assertThat(linesAbout("s1")).isEmpty();
    }

    private List<String> linesAbout(String id) {
        return lines.messages().stream()
                .filter(line -> line.startsWith("Submission " + id + " "))
                .toList();
    }

    private static SubmissionState accepted() {
        return SubmissionState.accepted(null, NOW);
    }

    private static JournaledSubmission submission(SubmissionState state) {
        Plan plan = new Plan("loc1", null, List.of(new Step.FindContact(new ContactMatch("c1", null, null))));
        return JournaledSubmission.accepted("s1", "lead-capture", plan, state, new JournalTime(NOW, NOW));
    }
}
