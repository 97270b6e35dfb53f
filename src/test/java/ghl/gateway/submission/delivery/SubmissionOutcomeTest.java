package ghl.gateway.submission.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.step.CrmAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state of a submission, derived from its steps. */
class SubmissionOutcomeTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final StepError WHY = new StepError("X", "x", List.of(), null, null, null);

    private final JournaledStep contact = step(1, StepKind.UPSERT_CONTACT);
    private final JournaledStep note = step(2, StepKind.ADD_NOTE);
    private final JournaledStep done = contact.done("c1", CrmAnswer.NOTHING);

    @Test
    void all_steps_done_is_done_and_at_rest() {
        SubmissionState outcome = outcome(done, note.done("n1", CrmAnswer.NOTHING));

        assertThat(outcome.status()).isEqualTo(SubmissionStatus.DONE);
        assertThat(outcome.settledAt()).isEqualTo(NOW);
        assertThat(outcome.nextAttemptAt()).isNull();
    }

    @Test
    void creating_step_with_lost_answer_schedules_late_effect_check() {
        SubmissionState outcome =
                outcome(done, note.unsure(WHY, NOW, WaitReason.QUIET, NOW).done("n1", CrmAnswer.NOTHING));

        assertThat(outcome.status()).isEqualTo(SubmissionStatus.DONE);
        assertThat(outcome.isSettling()).isTrue();
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOW.plus(SETTLE));
    }

    @Test
    void value_setting_step_with_lost_answer_schedules_late_effect_check() {
        SubmissionState outcome = outcome(
                contact.unsure(WHY, NOW, WaitReason.RETRY, NOW).done("c1", CrmAnswer.NOTHING),
                note.done("n1", CrmAnswer.NOTHING));

        assertThat(outcome.isSettling()).isTrue();
    }

    @Test
    void step_that_sets_and_creates_nothing_needs_no_late_effect_check_after_lost_answer() {
        JournaledStep find = step(1, StepKind.FIND_CONTACT);

        SubmissionState outcome =
                outcome(find.unsure(WHY, NOW, WaitReason.RETRY, NOW).done("c1", CrmAnswer.NOTHING));

        assertThat(outcome.settledAt()).isEqualTo(NOW);
    }

    @Test
    void waiting_steps_wait_for_the_earliest() {
        SubmissionState outcome = outcome(
                contact.postponed(WHY, WaitReason.QUOTA, NOW.plusSeconds(9)),
                note.unsure(WHY, NOW, WaitReason.QUIET, NOW.plusSeconds(5)));

        assertThat(outcome.status()).isEqualTo(SubmissionStatus.WAITING);
        assertThat(outcome.waitingFor()).isEqualTo(WaitReason.QUIET);
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void waiting_step_takes_precedence_over_refused_step() {
        SubmissionState outcome =
                outcome(contact.refused(WHY), note.postponed(WHY, WaitReason.RETRY, NOW.plusSeconds(1)));

        assertThat(outcome.status()).isEqualTo(SubmissionStatus.WAITING);
    }

    @Test
    void untried_step_besides_refused_step_is_due_at_once() {
        SubmissionState outcome = outcome(done, note.refused(WHY), step(3, StepKind.ADD_TASK));

        assertThat(outcome.status()).isEqualTo(SubmissionStatus.WAITING);
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOW);
    }

    @Test
    void refused_step_parks_the_submission() {
        SubmissionState outcome = outcome(done, note.refused(WHY));

        assertThat(outcome.status()).isEqualTo(SubmissionStatus.PARKED);
        assertThat(outcome.reason()).isEqualTo(ParkReason.REFUSED);
    }

    @Test
    void unsure_takes_precedence_over_other_park_reasons() {
        SubmissionState outcome = outcome(
                done,
                note.parked(ParkReason.UNAVAILABLE, WHY),
                step(3, StepKind.ADD_NOTE).parked(ParkReason.UNSURE, WHY));

        assertThat(outcome.reason()).isEqualTo(ParkReason.UNSURE);
    }

    private static JournaledStep step(int number, StepKind kind) {
        return JournaledStep.todo(number, kind);
    }

    private static SubmissionState outcome(JournaledStep... steps) {
        return SubmissionOutcome.of(
                SubmissionState.accepted(null, NOW.minusSeconds(60)),
                List.of(steps),
                SETTLE,
                new JournalTime(NOW, NOW));
    }
}
