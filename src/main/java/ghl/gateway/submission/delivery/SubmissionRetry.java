package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Sets going again what is unfinished of a submission. What is done is never done again. */
@ApplicationScoped
public class SubmissionRetry {

    private final Database database;
    private final SubmissionStore submissions;
    private final DeliverySchedule wakeups;
    private final Clock clock;

    SubmissionRetry(Database database, SubmissionStore submissions, DeliverySchedule wakeups, Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** @return the submission as it is then; it is left alone when it is at work, done, given up or emptied */
    public JournaledSubmission repeat(String id) {
        JournaledSubmission now = database.write(transaction -> repeat(transaction, id, clock.instant()));
        wakeups.check();
        return now;
    }

    /** A caller who asks again and again does not change how often a sick CRM is tried, nor when it is given up. */
    private JournaledSubmission repeat(Transaction transaction, String id, Instant now) {
        submissions.lock(transaction, id);
        JournaledSubmission found = submissions.find(transaction, id).orElseThrow();
        if (found.progress().status() != SubmissionStatus.WAITING) {
            return resume(transaction, id, now);
        }
        wakeups.wake(transaction, id, now);
        return submissions.find(transaction, id).orElseThrow();
    }

    /** All that is unfinished, as if it had never failed. @param at when the next try shall be */
    public JournaledSubmission resume(Transaction transaction, String id, Instant at) {
        submissions.lock(transaction, id);
        JournaledSubmission found = submissions.find(transaction, id).orElseThrow();
        SubmissionStatus status = found.progress().status();
        boolean rests = status == SubmissionStatus.WAITING
                || status == SubmissionStatus.PARKED && found.progress().reason() != ParkReason.APPROVAL;
        if (!rests || found.plan() == null) {
            return found;
        }
        List<JournaledStep> steps =
                found.steps().stream().map(SubmissionRetry::again).toList();
        SubmissionState progress = found.progress().succeeded().waiting(WaitReason.RETRY, at);
        JournaledSubmission resumed = found.with(progress, steps, clock.instant());
        submissions.save(transaction, resumed, found.steps());
        wakeups.wake(transaction, id, at);
        return resumed;
    }

    /** A quiet time goes on: looking too early would be worse than waiting. */
    private static JournaledStep again(JournaledStep step) {
        boolean unfinished =
                step.isOpen() || step.status() == StepStatus.REFUSED || step.status() == StepStatus.SKIPPED;
        return unfinished && step.waitingFor() != WaitReason.QUIET ? step.again() : step;
    }
}
