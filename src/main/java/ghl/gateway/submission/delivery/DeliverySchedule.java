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

/** The delivery tasks in db-scheduler's table. They only wake workers: the journal decides what is due. */
@ApplicationScoped
public class DeliverySchedule {

    static final String TASK = "submission";

    private final SchedulerClient client;
    private final SubmissionStore submissions;
    private final OrderingKeyStore orderingKeys;
    private volatile Runnable poller = () -> {};

    DeliverySchedule(Database database, SubmissionStore submissions, OrderingKeyStore orderingKeys) {
        this.client = SchedulerClient.Builder.create(database.dataSource()).build();
        this.submissions = submissions;
        this.orderingKeys = orderingKeys;
    }

    /** Schedules a submission that has no task yet, in the calling thread's transaction. */
    public void add(String submissionId, Instant at) {
        client.scheduleIfNotExists(instance(submissionId), at);
    }

    /** Brings the next attempt forward to {@code at}. */
    public void wake(Transaction transaction, String submissionId, Instant at) {
        submissions.bringForward(transaction, submissionId, at);
        try {
            client.schedule(instance(submissionId), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException running) {
            // its worker reads the next attempt from the journal before it ends
        }
    }

    /**
     * Wakes the submissions that waited for this one, in the transaction that ends it. Locking the ordering keys makes
     * a concurrent claim either register its wait first or find the submission ended.
     */
    public void wakeBlocked(Transaction transaction, String endedId, Instant now) {
        orderingKeys.lock(transaction, endedId, now);
        orderingKeys.findWaiting(transaction, endedId).forEach(id -> wake(transaction, id, now));
    }

    /** Makes the scheduler look for due submissions now instead of at the next poll. Call it after the commit. */
    public void poll() {
        poller.run();
    }

    void pollWith(Runnable scheduler) {
        poller = scheduler;
    }

    private static TaskInstance<Void> instance(String submissionId) {
        return new TaskInstance<>(TASK, submissionId);
    }
}
