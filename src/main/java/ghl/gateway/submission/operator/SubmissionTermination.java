package ghl.gateway.submission.operator;

import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Ends a submission that shall not be delivered any further. What has been done in the CRM stays there. */
@ApplicationScoped
class SubmissionTermination {

    private final SubmissionStore submissions;
    private final DeliverySchedule wakeups;

    SubmissionTermination(SubmissionStore submissions, DeliverySchedule wakeups) {
        this.submissions = submissions;
        this.wakeups = wakeups;
    }

    /**
     * A worker that still has it may finish its call, but then finds itself fenced off. Those who wait for this one go on.
     *
     * @param found locked by this transaction
     * @param end how it rests from now on
     */
    JournaledSubmission end(Transaction transaction, JournaledSubmission found, SubmissionState end, Instant now) {
        JournaledSubmission taken = found.heldBy(found.epoch() + 1, null);
        submissions.raiseEpoch(transaction, taken);
        List<JournaledStep> steps =
                found.steps().stream().map(JournaledStep::givenUp).toList();
        JournaledSubmission ended = taken.with(end, steps, now);
        submissions.save(transaction, ended, found.steps());
        wakeups.wakeWaiting(transaction, ended.id(), now);
        return ended;
    }
}
