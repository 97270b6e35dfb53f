package ghl.gateway.submission.operator;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionRetry;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.QuarantineStore;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Single operator actions, each in the caller's transaction and on a submission it has locked. */
@ApplicationScoped
class OperatorActions {

    private final SubmissionStore submissions;
    private final SubmissionRetry retry;
    private final DeliverySchedule schedule;
    private final QuarantineStore quarantine;

    OperatorActions(
            SubmissionStore submissions, SubmissionRetry retry, DeliverySchedule schedule, QuarantineStore quarantine) {
        this.submissions = submissions;
        this.retry = retry;
        this.schedule = schedule;
        this.quarantine = quarantine;
    }

    JournaledSubmission retry(Transaction transaction, JournaledSubmission found, Instant at) {
        SubmissionStatus status = found.state().status();
        if (status == SubmissionStatus.QUEUED) {
            throw new NotPossibleException("It has not been attempted yet: the first attempt starts by itself");
        }
        requireContent(found);
        if (status != SubmissionStatus.WAITING && status != SubmissionStatus.PARKED) {
            throw new NotPossibleException(state(status) + ": there is nothing to retry");
        }
        if (found.state().reason() == ParkReason.APPROVAL) {
            throw new NotPossibleException("It waits for approval: approve or discard it");
        }
        if (found.state().isUnreadable()) {
            throw new NotPossibleException("Its body was not kept, so that it cannot be read again: discard it");
        }
        if (found.state().reason() == ParkReason.CHANGED_SINCE_BACKUP) {
            submissions.save(transaction, found.withBehindSince(null), found.steps());
        }
        return retry.resume(transaction, found.id(), at);
    }

    void approve(Transaction transaction, JournaledSubmission found, JournalTime now) {
        requireContent(found);
        SubmissionStatus status = found.state().status();
        if (status != SubmissionStatus.QUARANTINED && found.state().reason() != ParkReason.APPROVAL) {
            throw new NotPossibleException(state(status) + ": there is nothing to approve");
        }
        endQuarantine(transaction, found);
        JournaledSubmission approved =
                found.updated(found.state().waiting(WaitReason.RETRY, now.steady()), found.steps(), now.date());
        submissions.save(transaction, approved, found.steps());
        schedule.wake(transaction, found.id(), now.steady());
    }

    void resolve(
            Transaction transaction,
            JournaledSubmission found,
            int number,
            StepResolution resolution,
            JournalTime now) {
        requireContent(found);
        if (found.state().status() != SubmissionStatus.PARKED) {
            throw new NotPossibleException(
                    state(found.state().status()) + ": only steps of a parked submission can be resolved");
        }
        if (found.state().isUnreadable()) {
            throw new NotPossibleException("Its body could not be read, so that it has no steps: retry or discard it");
        }
        JournaledStep step = unsure(found, number);
        JournaledSubmission resolved = found.updated(
                resolution.state(found, step).succeeded().waiting(WaitReason.RETRY, now.steady()),
                resolution.steps(found, step),
                now.date());
        submissions.save(transaction, resolved, found.steps());
        schedule.wake(transaction, found.id(), now.steady());
    }

    /** Also possible while it is running, in case it crashes its workers. A call in flight may still reach the CRM. */
    void discard(Transaction transaction, JournaledSubmission found, JournalTime now) {
        SubmissionStatus status = found.state().status();
        if (status == SubmissionStatus.DONE || status == SubmissionStatus.DISCARDED) {
            throw new NotPossibleException(state(status) + ": there is nothing to discard");
        }
        end(transaction, found, found.state().discarded(now.date()), now);
    }

    /**
     * Ends the delivery. Changes already made in the CRM stay. A worker that still runs the submission may finish its call in
     * flight and is then fenced off. Submissions that waited for this one are woken.
     *
     * @param end its final state
     */
    JournaledSubmission end(Transaction transaction, JournaledSubmission found, SubmissionState end, JournalTime now) {
        endQuarantine(transaction, found);
        JournaledSubmission fenced = found.leased(found.epoch() + 1, null);
        submissions.raiseEpoch(transaction, fenced);
        List<JournaledStep> steps = found.steps().stream()
                .map(step -> step.terminated(now.steady()))
                .toList();
        JournaledSubmission ended = fenced.updated(end, steps, now.date());
        submissions.save(transaction, ended, found.steps());
        schedule.wakeBlocked(transaction, ended.id(), now.steady());
        return ended;
    }

    private void endQuarantine(Transaction transaction, JournaledSubmission found) {
        if (found.state().isSetAside() && found.plan() != null) {
            quarantine.remove(transaction, found.form(), found.id());
        }
    }

    private static JournaledStep unsure(JournaledSubmission found, int number) {
        if (number < 1 || number > found.steps().size()) {
            throw new InvalidInputException("step must be 1 to " + found.steps().size());
        }
        JournaledStep step = found.step(number);
        if (step.status() != StepStatus.UNSURE) {
            throw new NotPossibleException(
                    "Step " + number + " is " + step.status() + ": only an UNSURE step can be resolved");
        }
        return step;
    }

    private static void requireContent(JournaledSubmission found) {
        if (found.plan() == null) {
            throw new NotPossibleException("Its content was erased, so it cannot be delivered any more");
        }
    }

    private static String state(SubmissionStatus status) {
        return switch (status) {
            case QUEUED -> "It has not been attempted yet";
            case RUNNING -> "It is being delivered";
            case WAITING -> "It waits for its next attempt";
            case PARKED -> "It is parked";
            case QUARANTINED -> "It is quarantined";
            case DONE -> "It is done";
            case DISCARDED -> "It was discarded";
        };
    }
}
