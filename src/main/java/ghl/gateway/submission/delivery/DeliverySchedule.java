package ghl.gateway.submission.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.SubmissionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Db-scheduler's rows: when some worker shall look at which submission. The journal says the same, and is right. */
@ApplicationScoped
public class DeliverySchedule {

    static final String TASK = "submission";

    private final SchedulerClient client;
    private final SubmissionStore submissions;
    private final OrderingKeyStore lanes;
    private volatile Runnable poll = () -> {};

    DeliverySchedule(Database database, SubmissionStore submissions, OrderingKeyStore lanes) {
        this.client = SchedulerClient.Builder.create(database.dataSource()).build();
        this.submissions = submissions;
        this.lanes = lanes;
    }

    /** A new submission. Part of the transaction of the calling thread. */
    public void add(String submissionId, Instant at) {
        client.scheduleIfNotExists(instance(submissionId), at);
    }

    /** Makes a worker look at it at {@code at} if it would have done so later. */
    public void wake(Transaction transaction, String submissionId, Instant at) {
        submissions.hasten(transaction, submissionId, at);
        reschedule(submissionId, at);
    }

    /**
     * A submission needs its lanes no longer: those who wait for it are looked at now. In the transaction that ends it.
     * Taking the lanes makes whoever is about to wait do so before, and be woken, or after, and find the way free.
     */
    public void wakeWaiting(Transaction transaction, String endedId, Instant now) {
        lanes.take(transaction, endedId, now);
        lanes.waiting(transaction, endedId).forEach(waiting -> wake(transaction, waiting, now));
    }

    /** Looks for what is due now rather than at the next poll. After a commit. */
    public void check() {
        poll.run();
    }

    /** @param scheduler looks for what is due */
    void pollWith(Runnable scheduler) {
        poll = scheduler;
    }

    private void reschedule(String submissionId, Instant at) {
        try {
            client.schedule(instance(submissionId), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException atWork) {
            // whoever is at work, or has just picked it up, reads the journal before it lets go
        }
    }

    private static TaskInstance<Void> instance(String submissionId) {
        return new TaskInstance<>(TASK, submissionId);
    }
}
