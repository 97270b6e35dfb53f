package ghl.gateway.submission.journal;

import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.step.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A submission as it is kept.
 *
 * @param plan what it asks for; null once it is emptied
 * @param erasedAt when its content was removed; null while it is kept
 * @param inLaneSince since when it waits for its turn; null when it does not
 * @param epoch raised whenever a worker picks it up: whoever holds an older one may not write any more
 * @param leasedUntil nobody else picks it up before; null when nobody has it
 */
public record JournaledSubmission(
        String id,
        String locationId,
        String form,
        Plan plan,
        Instant createdAt,
        Instant updatedAt,
        Instant erasedAt,
        Instant inLaneSince,
        long epoch,
        Instant leasedUntil,
        SubmissionState progress,
        List<JournaledStep> steps) {

    /** A new one, all of whose steps are still to do. */
    public static JournaledSubmission accepted(
            String id, String form, Plan plan, SubmissionState progress, Instant now) {
        List<JournaledStep> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            steps.add(JournaledStep.untouched(i + 1, plan.steps().get(i).kind()));
        }
        return new JournaledSubmission(
                id, plan.locationId(), form, plan, now, now, null, null, 0, null, progress, List.copyOf(steps));
    }

    public JournaledSubmission with(SubmissionState now, List<JournaledStep> stepsNow, Instant at) {
        return new JournaledSubmission(
                id, locationId, form, plan, createdAt, at, erasedAt, inLaneSince, epoch, leasedUntil, now, stepsNow);
    }

    public JournaledSubmission heldBy(long newEpoch, Instant until) {
        return new JournaledSubmission(
                id, locationId, form, plan, createdAt, updatedAt, erasedAt, null, newEpoch, until, progress, steps);
    }

    /** It waits for its turn, and has done so since {@code due} unless it did already. */
    public JournaledSubmission inLane(SubmissionState waiting, Instant due, Instant at) {
        Instant since = inLaneSince == null ? due : inLaneSince;
        return new JournaledSubmission(
                id, locationId, form, plan, createdAt, at, erasedAt, since, epoch, null, waiting, steps);
    }

    /** Nobody works on it: the next one may pick it up at once. */
    public JournaledSubmission released() {
        return heldBy(epoch, null);
    }

    public JournaledStep step(int number) {
        return steps.get(number - 1);
    }

    /** Whether nothing will happen to it any more by itself. */
    public boolean isAtRest() {
        return progress.nextAttemptAt() == null;
    }

    public boolean has(StepStatus status) {
        return steps.stream().anyMatch(step -> step.status() == status);
    }
}
