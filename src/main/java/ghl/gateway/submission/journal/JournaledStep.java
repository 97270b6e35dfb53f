package ghl.gateway.submission.journal;

import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.step.CrmAnswer;
import java.time.Instant;
import java.util.Set;

/**
 * A step as persisted. One that is {@code RUNNING} when its submission is claimed was interrupted between intent and result: it
 * may or may not have taken effect.
 *
 * @param attempts intended calls
 * @param resultId id of the record that was created, found or changed; null if none exists
 * @param error why it is not done; null if nothing went wrong, or it is done
 * @param answer null until it is done, and once erased
 * @param firstIntentAt when its first call was intended; null before
 * @param lost whether the answer to one of its calls was lost
 * @param waitingFor null unless it waits
 * @param nextAttemptAt null if it is due, or needs a person
 * @param park why it needs a person; null unless it does
 */
public record JournaledStep(
        int number,
        StepKind kind,
        StepStatus status,
        int attempts,
        String resultId,
        StepError error,
        CrmAnswer answer,
        Instant firstIntentAt,
        boolean lost,
        WaitReason waitingFor,
        Instant nextAttemptAt,
        ParkReason park) {

    private static final Set<String> REFUSALS = Set.of("UPSTREAM_REFUSED", "DUPLICATE_CONTACT");

    public static JournaledStep todo(int number, StepKind kind) {
        return new JournaledStep(number, kind, StepStatus.TODO, 0, null, null, null, null, false, null, null, null);
    }

    /** Whether it is neither done nor refused nor skipped. */
    public boolean isOpen() {
        return status == StepStatus.TODO || status == StepStatus.RUNNING || status == StepStatus.UNSURE;
    }

    /** Whether a call was intended and its result never stored. */
    public boolean isInterrupted() {
        return status == StepStatus.RUNNING;
    }

    /** Whether the CRM refused its last call. The refusal counts only once a probe has found no effect. */
    public boolean wasRefused() {
        return status == StepStatus.UNSURE && error != null && REFUSALS.contains(error.code());
    }

    public boolean isDue(Instant now) {
        return isOpen() && park == null && (nextAttemptAt == null || !nextAttemptAt.isAfter(now));
    }

    /** The step right before its next call. */
    public JournaledStep intended(Instant now) {
        Instant first = firstIntentAt == null ? now : firstIntentAt;
        return new JournaledStep(
                number, kind, StepStatus.RUNNING, attempts + 1, resultId, error, null, first, lost, null, null, null);
    }

    public JournaledStep done(String id, CrmAnswer crmAnswer) {
        return new JournaledStep(
                number, kind, StepStatus.DONE, attempts, id, null, crmAnswer, firstIntentAt, lost, null, null, null);
    }

    public JournaledStep refused(StepError why) {
        return changed(StepStatus.REFUSED, why, lost, null, null, null);
    }

    public JournaledStep skipped() {
        return changed(StepStatus.SKIPPED, error, lost, null, null, null);
    }

    /** After a lost answer. */
    public JournaledStep unsure(StepError why, WaitReason waiting, Instant until) {
        return changed(StepStatus.UNSURE, why, true, waiting, until, null);
    }

    /** After a call that is known to have had no effect. */
    public JournaledStep postponed(StepError why, WaitReason waiting, Instant until) {
        return changed(unfinished(), why, lost, waiting, until, null);
    }

    public JournaledStep parked(ParkReason reason, StepError why) {
        return changed(unfinished(), why, lost, null, null, reason);
    }

    /** Due at once. The effect of a lost call is probed for first. */
    public JournaledStep retried() {
        return changed(unfinished(), null, lost, null, null, null);
    }

    /** After an operator resolved it as not done. */
    public JournaledStep notDone() {
        return changed(StepStatus.TODO, error, false, null, null, null);
    }

    /** The step of a submission that is not delivered any further. */
    public JournaledStep terminated() {
        if (!isOpen()) {
            return this;
        }
        boolean maybeDone = lost || isInterrupted();
        return changed(maybeDone ? StepStatus.UNSURE : StepStatus.TODO, error, maybeDone, null, null, null);
    }

    /** Without personal data. */
    public JournaledStep erased() {
        StepError bare = error == null ? null : error.withoutReasons();
        return changed(status, bare, lost, waitingFor, nextAttemptAt, park);
    }

    private StepStatus unfinished() {
        return lost ? StepStatus.UNSURE : StepStatus.TODO;
    }

    private JournaledStep changed(
            StepStatus now, StepError why, boolean isLost, WaitReason waiting, Instant until, ParkReason parkReason) {
        return new JournaledStep(
                number, kind, now, attempts, resultId, why, null, firstIntentAt, isLost, waiting, until, parkReason);
    }
}
