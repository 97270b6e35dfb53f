package ghl.gateway.submission.delivery;

import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.DuplicateRemover;
import ghl.gateway.submission.step.DuplicateRemover.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Checks, some time after a submission is done, whether a call whose answer was lost took effect after all. A duplicate is
 * deleted, unless it was changed in the CRM: then the submission is parked.
 */
@ApplicationScoped
class LateDuplicateCheck {

    private static final Warning REPAIRED =
            new Warning("REPAIRED", "The CRM carried out a lost call late. The duplicate was deleted");
    private static final Warning SURPLUS = new Warning(
            "SURPLUS",
            "The CRM carried out a lost call late. The duplicate was kept because it was changed in the CRM since");

    private final DuplicateRemover duplicates;
    private final AttemptJournal journal;
    private final SubmissionConfig config;
    private final JournalClock clock;

    LateDuplicateCheck(
            DuplicateRemover duplicates, AttemptJournal journal, SubmissionConfig config, JournalClock clock) {
        this.duplicates = duplicates;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** Whether a lost call may still take effect. Contacts are not checked: they carry no marker. */
    static boolean isDue(List<JournaledStep> steps) {
        return steps.stream().anyMatch(LateDuplicateCheck::mayHaveDuplicate);
    }

    private static boolean mayHaveDuplicate(JournaledStep step) {
        return step.lost()
                && step.status() == StepStatus.DONE
                && (step.kind() == StepKind.ADD_TASK || step.kind() == StepKind.ADD_NOTE);
    }

    void run(DeliveryAttempt attempt) {
        boolean touched = false;
        for (JournaledStep step : attempt.steps().stream()
                .filter(LateDuplicateCheck::mayHaveDuplicate)
                .toList()) {
            journal.commit(attempt);
            Found found = duplicates.remove(attempt.planned(step), attempt.context(step), step.resultId());
            if (found == Found.NO_ANSWER) {
                journal.finishAfterFailure(attempt);
                return;
            }
            if (found == Found.NOT_NOW) {
                journal.finish(
                        attempt, attempt.state().postponedTo(clock.steady().plus(config.credentialsRecheck())));
                return;
            }
            if (found == Found.DELETED) {
                attempt.state(attempt.state().warned(List.of(REPAIRED)));
            }
            touched |= found == Found.TOUCHED;
        }
        Failpoints.pass("settle.after");
        journal.finish(attempt, settled(attempt.state(), touched));
    }

    private SubmissionState settled(SubmissionState before, boolean touched) {
        if (touched) {
            return before.warned(List.of(SURPLUS)).parked(ParkReason.UNSURE, clock.date());
        }
        return before.reason() == null ? before.done(clock.date()) : before.parked(before.reason(), before.settledAt());
    }
}
