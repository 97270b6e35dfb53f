package ghl.gateway.submission.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.ScheduledTaskStore;
import ghl.gateway.submission.journal.SubmissionStore;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Db-scheduler at work: calls the runner for whatever is due, on its own threads, across all gateways of a database. */
@ApplicationScoped
class SubmissionScheduler {

    /** The fewest that db-scheduler takes. The lease in the journal says when it is safe, this only when to look. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Logger LOG = Logger.getLogger(SubmissionScheduler.class);

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final SubmissionRunner runner;
    private final SubmissionRescuer sweeper;
    private final Database database;
    private final SubmissionStore submissions;
    private final ScheduledTaskStore scheduledTasks;
    private final DeliverySchedule wakeups;
    private final SubmissionConfig config;
    private final Clock clock;
    private volatile Scheduler scheduler;

    SubmissionScheduler(
            SubmissionRunner runner,
            SubmissionRescuer sweeper,
            Database database,
            SubmissionStore submissions,
            ScheduledTaskStore scheduledTasks,
            DeliverySchedule wakeups,
            SubmissionConfig config,
            Clock clock) {
        this.runner = runner;
        this.sweeper = sweeper;
        this.database = database;
        this.submissions = submissions;
        this.scheduledTasks = scheduledTasks;
        this.wakeups = wakeups;
        this.config = config;
        this.clock = clock;
    }

    /** The sandbox of this process can be called only once the server listens. */
    synchronized void start(@ObservesAsync HttpServerStart listening) {
        try {
            if (scheduler == null) {
                start();
            }
        } catch (RuntimeException e) {
            LOG.fatal("Submissions cannot be delivered: the gateway ends rather than take what it cannot bring", e);
            Quarkus.asyncExit(1);
        }
    }

    private void start() {
        if (!database.isShared()) {
            takeBackWhatWasHeld();
        }
        RecurringTask<Void> sweeping = Tasks.recurring("sweeper", FixedDelay.of(config.sweep()))
                .execute((instance, context) -> sweeper.sweep());
        scheduler = Scheduler.create(database.dataSource(), delivery())
                .startTasks(sweeping)
                .threads(config.threads())
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(config.lease())
                .clock(clock::instant)
                .build();
        scheduler.start();
        wakeups.pollWith(scheduler::triggerCheckForDueExecutions);
    }

    /** Ends the calls in flight and hands the rest back. */
    void stop(@Observes ShutdownEvent end) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Nobody else works on a file: what the last process held is free as soon as this one starts. */
    private void takeBackWhatWasHeld() {
        database.write(transaction -> {
            submissions.releaseAll(transaction, clock.instant());
            scheduledTasks.releaseAll(transaction);
            return null;
        });
    }

    private Task<Void> delivery() {
        return Tasks.custom(DeliverySchedule.TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(config.lease()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> deliver(instance.getId(), context));
    }

    private CompletionHandler<Void> deliver(String submissionId, ExecutionContext context) {
        boolean ours = runner.run(submissionId, context.getSchedulerState()::isShuttingDown);
        return (complete, operations) -> {
            if (ours) {
                scheduleNext(submissionId, complete, operations);
            }
        };
    }

    /** Locks the submission: whoever wakes it does so before, and is read here, or after, and finds the row free. */
    private void scheduleNext(String submissionId, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        database.write(transaction -> {
            submissions.lock(transaction, submissionId);
            Optional<Instant> next = submissions.nextAttempt(transaction, submissionId);
            if (next.isPresent()) {
                operations.reschedule(complete, next.get());
            } else {
                operations.remove();
            }
            return null;
        });
    }
}
