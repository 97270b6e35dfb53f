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
 * How far a step is. A step that is found {@code RUNNING} when a submission is picked up was interrupted between its
 * intent and its result: nobody knows whether it took effect.
 *
 * @param attempts calls that were intended
 * @param resultId id of what was made, found or changed; null while there is none
 * @param error why it is not done; null when nothing went wrong, or it is done
 * @param answer what the CRM answered; null while it is not done, and once it is emptied
 * @param firstIntentAt when its first call was intended; null before
 * @param lost whether the answer of some call was lost
 * @param waitingFor null when it does not wait
 * @param nextAttemptAt null when it can go on at once, or needs a person
 * @param park why it needs a person; null when it does not
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

    public static JournaledStep untouched(int number, StepKind kind) {
        return new JournaledStep(number, kind, StepStatus.TODO, 0, null, null, null, null, false, null, null, null);
    }

    /** Whether it is neither done nor refused nor skipped. */
    public boolean isOpen() {
        return status == StepStatus.TODO || status == StepStatus.RUNNING || status == StepStatus.UNSURE;
    }

    /** Whether a call was intended and its result never kept. */
    public boolean isInterrupted() {
        return status == StepStatus.RUNNING;
    }

    /** Whether the CRM refused its last call, which is believed only once nothing of it has been seen. */
    public boolean wasRefused() {
        return status == StepStatus.UNSURE && error != null && REFUSALS.contains(error.code());
    }

    /** Whether it can go on now. */
    public boolean isDue(Instant now) {
        return isOpen() && park == null && (nextAttemptAt == null || !nextAttemptAt.isAfter(now));
    }

    /** A call is about to be made. */
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
        return left(StepStatus.REFUSED, why, lost, null, null, null);
    }

    public JournaledStep skipped() {
        return left(StepStatus.SKIPPED, error, lost, null, null, null);
    }

    /** An answer was lost: it stands aside until then. */
    public JournaledStep unsure(StepError why, WaitReason waiting, Instant until) {
        return left(StepStatus.UNSURE, why, true, waiting, until, null);
    }

    /** Its last call is known to have had no effect. */
    public JournaledStep postponed(StepError why, WaitReason waiting, Instant until) {
        return left(unfinished(), why, lost, waiting, until, null);
    }

    /** A person must decide. */
    public JournaledStep parked(ParkReason why, StepError because) {
        return left(unfinished(), because, lost, null, null, why);
    }

    /** It is to be tried again at once; what it may have done before is looked for first. */
    public JournaledStep again() {
        return left(unfinished(), null, lost, null, null, null);
    }

    /** A person knows that it did not take effect. */
    public JournaledStep notDone() {
        return left(StepStatus.TODO, error, false, null, null, null);
    }

    /** Nobody will try it any more. */
    public JournaledStep givenUp() {
        if (!isOpen()) {
            return this;
        }
        boolean maybeDone = lost || isInterrupted();
        return left(maybeDone ? StepStatus.UNSURE : StepStatus.TODO, error, maybeDone, null, null, null);
    }

    /** Without what is personal. */
    public JournaledStep emptied() {
        StepError bare = error == null ? null : error.withoutReasons();
        return left(status, bare, lost, waitingFor, nextAttemptAt, park);
    }

    private StepStatus unfinished() {
        return lost ? StepStatus.UNSURE : StepStatus.TODO;
    }

    private JournaledStep left(
            StepStatus now, StepError why, boolean wasLost, WaitReason waiting, Instant until, ParkReason parkReason) {
        return new JournaledStep(
                number, kind, now, attempts, resultId, why, null, firstIntentAt, wasLost, waiting, until, parkReason);
    }
}
