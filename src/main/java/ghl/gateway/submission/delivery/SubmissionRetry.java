package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Retries the unfinished steps of a submission. Done steps are never repeated. */
@ApplicationScoped
public class SubmissionRetry {

    private final Database database;
    private final SubmissionStore submissions;
    private final DeliverySchedule schedule;
    private final JournalClock clock;

    SubmissionRetry(Database database, SubmissionStore submissions, DeliverySchedule schedule, JournalClock clock) {
        this.database = database;
        this.submissions = submissions;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Retries a submission whose idempotency key was repeated.
     *
     * @return the submission afterwards; unchanged unless it is waiting, or parked for a reason that a retry may end
     */
    public JournaledSubmission onRepeat(String id) {
        JournaledSubmission now = database.write(transaction -> onRepeat(transaction, id, clock.steady()));
        schedule.poll();
        return now;
    }

    /** A waiting submission keeps its failure count: repeats change neither the backoff nor when retrying ends. */
    private JournaledSubmission onRepeat(Transaction transaction, String id, Instant now) {
        JournaledSubmission found = submissions.findLocked(transaction, id).orElseThrow();
        if (found.state().status() != SubmissionStatus.WAITING) {
            return resume(transaction, id, now);
        }
        schedule.wake(transaction, id, now);
        return submissions.find(transaction, id).orElseThrow();
    }

    /** Makes all unfinished steps due at {@code at} and resets the failure count. */
    public JournaledSubmission resume(Transaction transaction, String id, Instant at) {
        JournaledSubmission found = submissions.findLocked(transaction, id).orElseThrow();
        if (!found.state().isStalled() || found.plan() == null) {
            return found;
        }
        List<JournaledStep> steps =
                found.steps().stream().map(SubmissionRetry::retried).toList();
        SubmissionState state = found.state().succeeded().waiting(WaitReason.RETRY, at);
        JournaledSubmission resumed = found.updated(state, steps, clock.date());
        submissions.save(transaction, resumed, found.steps());
        schedule.wake(transaction, id, at);
        return resumed;
    }

    /** A quiet period is not cut short: probing too early could miss the effect of a lost call. */
    private static JournaledStep retried(JournaledStep step) {
        boolean unfinished =
                step.isOpen() || step.status() == StepStatus.REFUSED || step.status() == StepStatus.SKIPPED;
        return unfinished && step.waitingFor() != WaitReason.QUIET ? step.retried() : step;
    }
}
