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
 * @param lostAt when the newest answer to one of its calls was lost, in the journal's time; null if none ever was
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
        Instant lostAt,
        WaitReason waitingFor,
        Instant nextAttemptAt,
        ParkReason park) {

    private static final Set<String> REFUSALS = Set.of("UPSTREAM_REFUSED", "DUPLICATE_CONTACT");

    public static JournaledStep todo(int number, StepKind kind) {
        return new JournaledStep(number, kind, StepStatus.TODO, 0, null, null, null, null, null, null, null, null);
    }

    /** Whether it is neither done nor refused nor skipped. */
    public boolean isOpen() {
        return status == StepStatus.TODO || status == StepStatus.RUNNING || status == StepStatus.UNSURE;
    }

    /** Whether the answer to one of its calls was ever lost. */
    public boolean lost() {
        return lostAt != null;
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
                number, kind, StepStatus.RUNNING, attempts + 1, resultId, error, null, first, lostAt, null, null, null);
    }

    public JournaledStep done(String id, CrmAnswer crmAnswer) {
        return new JournaledStep(
                number, kind, StepStatus.DONE, attempts, id, null, crmAnswer, firstIntentAt, lostAt, null, null, null);
    }

    public JournaledStep refused(StepError why) {
        return changed(StepStatus.REFUSED, why, lostAt, null, null, null);
    }

    public JournaledStep skipped() {
        return changed(StepStatus.SKIPPED, error, lostAt, null, null, null);
    }

    /** After a lost answer. */
    public JournaledStep unsure(StepError why, Instant at, WaitReason waiting, Instant until) {
        return changed(StepStatus.UNSURE, why, at, waiting, until, null);
    }

    /** After a call that is known to have had no effect. */
    public JournaledStep postponed(StepError why, WaitReason waiting, Instant until) {
        return changed(unfinished(), why, lostAt, waiting, until, null);
    }

    public JournaledStep parked(ParkReason reason, StepError why) {
        return changed(unfinished(), why, lostAt, null, null, reason);
    }

    /** Due at once. The effect of a lost call is probed for first. */
    public JournaledStep retried() {
        return changed(unfinished(), null, lostAt, null, null, null);
    }

    /** After an operator resolved it as not done. */
    public JournaledStep notDone() {
        return changed(StepStatus.TODO, error, null, null, null, null);
    }

    /** The step of a submission that is not delivered any further. */
    public JournaledStep terminated(Instant now) {
        if (!isOpen()) {
            return this;
        }
        Instant maybeDone = isInterrupted() ? now : lostAt;
        return changed(maybeDone == null ? StepStatus.TODO : StepStatus.UNSURE, error, maybeDone, null, null, null);
    }

    /** Without personal data. */
    public JournaledStep erased() {
        StepError bare = error == null ? null : error.withoutReasons();
        return changed(status, bare, lostAt, waitingFor, nextAttemptAt, park);
    }

    private StepStatus unfinished() {
        return lost() ? StepStatus.UNSURE : StepStatus.TODO;
    }

    private JournaledStep changed(
            StepStatus now, StepError why, Instant lost, WaitReason waiting, Instant until, ParkReason parkReason) {
        return new JournaledStep(
                number, kind, now, attempts, resultId, why, null, firstIntentAt, lost, waiting, until, parkReason);
    }
}
