package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.WaitReason;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Derives the state of a submission from its steps at the end of an attempt. */
final class SubmissionOutcome {

    private SubmissionOutcome() {}

    /** @param settle delay of the late effect check */
    static SubmissionState of(SubmissionState before, List<JournaledStep> steps, Duration settle, JournalTime now) {
        Optional<JournaledStep> nextDue = steps.stream()
                .filter(step -> step.isOpen() && step.park() == null && step.nextAttemptAt() != null)
                .min(Comparator.comparing(JournaledStep::nextAttemptAt));
        if (nextDue.isPresent()) {
            return before.waiting(nextDue.get().waitingFor(), nextDue.get().nextAttemptAt());
        }
        Optional<ParkReason> reason = parkReason(steps);
        if (reason.isPresent()) {
            return parked(before, reason.get(), steps, settle, now);
        }
        if (steps.stream().anyMatch(JournaledStep::isOpen)) {
            return before.waiting(WaitReason.RETRY, now.steady());
        }
        if (steps.stream().anyMatch(step -> step.status() == StepStatus.REFUSED)) {
            return parked(before, ParkReason.REFUSED, steps, settle, now);
        }
        return LateEffectCheck.isDue(steps) ? before.settling(now.steady().plus(settle)) : before.done(now.date());
    }

    private static SubmissionState parked(
            SubmissionState before, ParkReason reason, List<JournaledStep> steps, Duration settle, JournalTime now) {
        SubmissionState parked = before.parked(reason, now.date());
        return LateEffectCheck.isDue(steps) ? parked.postponedTo(now.steady().plus(settle)) : parked;
    }

    /** UNSURE takes precedence: an operator must know first that something may have been done. */
    private static Optional<ParkReason> parkReason(List<JournaledStep> steps) {
        return steps.stream()
                .map(JournaledStep::park)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(reason -> reason != ParkReason.UNSURE));
    }
}
