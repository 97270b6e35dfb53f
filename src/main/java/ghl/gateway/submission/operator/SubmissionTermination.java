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

/** Ends the delivery of a submission. Changes already made in the CRM stay. */
@ApplicationScoped
class SubmissionTermination {

    private final SubmissionStore submissions;
    private final DeliverySchedule schedule;

    SubmissionTermination(SubmissionStore submissions, DeliverySchedule schedule) {
        this.submissions = submissions;
        this.schedule = schedule;
    }

    /**
     * A worker that still runs it may finish its call in flight and is then fenced off. Submissions that waited for this one are
     * woken.
     *
     * @param found locked by this transaction
     * @param end its final state
     */
    JournaledSubmission end(Transaction transaction, JournaledSubmission found, SubmissionState end, Instant now) {
        JournaledSubmission fenced = found.leased(found.epoch() + 1, null);
        submissions.raiseEpoch(transaction, fenced);
        List<JournaledStep> steps =
                found.steps().stream().map(JournaledStep::terminated).toList();
        JournaledSubmission ended = fenced.updated(end, steps, now);
        submissions.save(transaction, ended, found.steps());
        schedule.wakeBlocked(transaction, ended.id(), now);
        return ended;
    }
}
