package ghl.gateway.submission.delivery;

import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.DuplicateRemover;
import ghl.gateway.submission.step.DuplicateRemover.Found;
import ghl.gateway.submission.step.StepResult;
import ghl.gateway.submission.step.ValueRestorer.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Checks, some time after a submission is done, whether a call whose answer was lost took effect after all. A duplicate is
 * deleted, unless it was changed in the CRM: then the submission is parked. Values that it set back are set again.
 */
@ApplicationScoped
class LateEffectCheck {

    private static final Warning REPAIRED =
            new Warning("REPAIRED", "The CRM carried out a lost call late. The duplicate was deleted");
    private static final Warning SURPLUS = new Warning(
            "SURPLUS",
            "The CRM carried out a lost call late. The duplicate was kept because it was changed in the CRM since");

    private final DuplicateRemover duplicates;
    private final LateValueCheck values;
    private final AttemptJournal journal;
    private final RepairMeter meter;
    private final SubmissionConfig config;
    private final JournalClock clock;

    LateEffectCheck(
            DuplicateRemover duplicates,
            LateValueCheck values,
            AttemptJournal journal,
            RepairMeter meter,
            SubmissionConfig config,
            JournalClock clock) {
        this.duplicates = duplicates;
        this.values = values;
        this.journal = journal;
        this.meter = meter;
        this.config = config;
        this.clock = clock;
    }

    /** Whether a lost call may still take effect. New contacts are not checked: they carry no marker. */
    static boolean isDue(List<JournaledStep> steps) {
        return steps.stream().anyMatch(LateEffectCheck::mayHaveDuplicate) || LateValueCheck.isDue(steps);
    }

    private static boolean mayHaveDuplicate(JournaledStep step) {
        return step.lost()
                && step.status() == StepStatus.DONE
                && (step.kind() == StepKind.ADD_TASK || step.kind() == StepKind.ADD_NOTE);
    }

    /** The repairs that were made are journaled with the end of the attempt, whether or not the CRM answers the next call. */
    void run(DeliveryAttempt attempt) {
        boolean needsPerson = false;
        for (JournaledStep step : attempt.steps().stream()
                .filter(LateEffectCheck::mayHaveDuplicate)
                .toList()) {
            journal.commit(attempt);
            Found found = duplicates.remove(attempt.planned(step), attempt.context(step), step.resultId());
            if (found == Found.NO_ANSWER) {
                journal.finishAfterFailure(attempt);
                return;
            }
            if (found == Found.NOT_NOW) {
                postpone(attempt);
                return;
            }
            if (found == Found.DELETED) {
                attempt.state(attempt.state().warned(List.of(REPAIRED)));
                meter.duplicate();
            }
            if (found == Found.TOUCHED) {
                attempt.state(attempt.state().warned(List.of(SURPLUS)));
                needsPerson = true;
            }
        }
        if (LateValueCheck.isDue(attempt.steps())) {
            journal.commit(attempt);
            Result result = values.run(attempt);
            if (result instanceof Result.Unseen unseen) {
                tryAgain(attempt, unseen.trouble());
                return;
            }
            needsPerson |= !isRestored(attempt, result);
        }
        Failpoints.pass("settle.after");
        journal.finish(attempt, settled(attempt.state(), needsPerson));
    }

    private void tryAgain(DeliveryAttempt attempt, StepResult.TryAgain trouble) {
        if (trouble.waitFor() == WaitReason.RETRY) {
            journal.finishAfterFailure(attempt);
        } else {
            postpone(attempt);
        }
    }

    private void postpone(DeliveryAttempt attempt) {
        journal.finish(attempt, attempt.state().postponedTo(clock.steady().plus(config.credentialsRecheck())));
    }

    private boolean isRestored(DeliveryAttempt attempt, Result result) {
        if (result instanceof Result.Refused refused) {
            attempt.state(attempt.state().warned(List.of(LateValueCheck.overwritten(refused.names()))));
            return false;
        }
        Set<String> names = ((Result.Restored) result).names();
        if (!names.isEmpty()) {
            attempt.state(attempt.state().warned(List.of(LateValueCheck.repaired(names))));
            meter.value();
        }
        return true;
    }

    private SubmissionState settled(SubmissionState before, boolean needsPerson) {
        if (needsPerson) {
            return before.parked(ParkReason.UNSURE, clock.date());
        }
        return before.reason() == null ? before.done(clock.date()) : before.parked(before.reason(), before.settledAt());
    }
}
