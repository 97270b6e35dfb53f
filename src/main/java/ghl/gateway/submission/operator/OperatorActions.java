package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionRetry;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The single changes that operators make, each in its caller's transaction, on a submission that it has locked.
 */
@ApplicationScoped
class OperatorActions {

    private final SubmissionStore submissions;
    private final SubmissionRetry replay;
    private final SubmissionTermination abandonment;
    private final DeliverySchedule wakeups;

    OperatorActions(
            SubmissionStore submissions,
            SubmissionRetry replay,
            SubmissionTermination abandonment,
            DeliverySchedule wakeups) {
        this.submissions = submissions;
        this.replay = replay;
        this.abandonment = abandonment;
        this.wakeups = wakeups;
    }

    JournaledSubmission retry(Transaction transaction, JournaledSubmission found, Instant at) {
        SubmissionStatus status = found.progress().status();
        if (status == SubmissionStatus.QUEUED) {
            throw new NotPossibleException("It has not been tried yet, and will be by itself");
        }
        requireContent(found);
        if (status != SubmissionStatus.WAITING && status != SubmissionStatus.PARKED) {
            throw new NotPossibleException(state(status) + ": there is nothing to retry");
        }
        if (found.progress().reason() == ParkReason.APPROVAL) {
            throw new NotPossibleException("It waits for approval: approve it, or discard it");
        }
        return replay.resume(transaction, found.id(), at);
    }

    /** What was kept aside until a person has looked at it is delivered. */
    void approve(Transaction transaction, JournaledSubmission found, Instant now) {
        requireContent(found);
        SubmissionStatus status = found.progress().status();
        if (status != SubmissionStatus.QUARANTINED && found.progress().reason() != ParkReason.APPROVAL) {
            throw new NotPossibleException(state(status) + ": there is nothing to approve");
        }
        JournaledSubmission approved = found.with(found.progress().waiting(WaitReason.RETRY, now), found.steps(), now);
        submissions.save(transaction, approved, found.steps());
        wakeups.wake(transaction, found.id(), now);
    }

    void resolve(Transaction transaction, JournaledSubmission found, int number, StepResolution decision, Instant now) {
        requireContent(found);
        if (found.progress().status() != SubmissionStatus.PARKED) {
            throw new NotPossibleException(
                    state(found.progress().status()) + ": only steps of a parked submission are resolved");
        }
        JournaledStep step = unsure(found, number);
        JournaledSubmission resolved = found.with(
                decision.progress(found, step).succeeded().waiting(WaitReason.RETRY, now),
                decision.steps(found, step),
                now);
        submissions.save(transaction, resolved, found.steps());
        wakeups.wake(transaction, found.id(), now);
    }

    /** Also one that is at work, for it may be the one that kills its workers; a call on its way may still arrive. */
    void discard(Transaction transaction, JournaledSubmission found, Instant now) {
        SubmissionStatus status = found.progress().status();
        if (status == SubmissionStatus.DONE || status == SubmissionStatus.DISCARDED) {
            throw new NotPossibleException(state(status) + ": there is nothing to give up");
        }
        abandonment.end(transaction, found, found.progress().discarded(now), now);
    }

    private static JournaledStep unsure(JournaledSubmission found, int number) {
        if (number < 1 || number > found.steps().size()) {
            throw new InvalidInputException("It has steps 1 to " + found.steps().size());
        }
        JournaledStep step = found.step(number);
        if (step.status() != StepStatus.UNSURE) {
            throw new NotPossibleException(
                    "Step " + number + " is " + step.status() + ": only an UNSURE one can be resolved");
        }
        return step;
    }

    private static void requireContent(JournaledSubmission found) {
        if (found.plan() == null) {
            throw new NotPossibleException("Its content was erased: nobody can tell any more what is to be done");
        }
    }

    private static String state(SubmissionStatus status) {
        return switch (status) {
            case QUEUED -> "It has not been tried yet";
            case RUNNING -> "It is being delivered right now";
            case WAITING -> "It waits for its next try";
            case PARKED -> "It is parked";
            case QUARANTINED -> "It is kept aside";
            case DONE -> "It is done";
            case DISCARDED -> "It has been given up";
        };
    }
}
