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
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.SubmissionStore;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Runs db-scheduler, which calls the runner for due submissions on its own threads, across all gateways of a database. */
@ApplicationScoped
class SubmissionScheduler {

    /** The minimum of db-scheduler. A worker takes over only when the lease in the journal has ended, too. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Logger LOG = Logger.getLogger(SubmissionScheduler.class);

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final SubmissionRunner runner;
    private final SubmissionRescuer rescuer;
    private final Database database;
    private final SubmissionStore submissions;
    private final SubmissionCleaner cleaner;
    private final DeliverySchedule schedule;
    private final JournalHeartbeat heartbeat;
    private final SubmissionConfig config;
    private final JournalClock clock;
    private volatile Scheduler scheduler;

    SubmissionScheduler(
            SubmissionRunner runner,
            SubmissionRescuer rescuer,
            Database database,
            SubmissionStore submissions,
            SubmissionCleaner cleaner,
            DeliverySchedule schedule,
            JournalHeartbeat heartbeat,
            SubmissionConfig config,
            JournalClock clock) {
        this.runner = runner;
        this.rescuer = rescuer;
        this.database = database;
        this.submissions = submissions;
        this.cleaner = cleaner;
        this.schedule = schedule;
        this.heartbeat = heartbeat;
        this.config = config;
        this.clock = clock;
    }

    /** Starts when the HTTP server listens: the sandbox inside this process cannot be called before. */
    synchronized void start(@ObservesAsync HttpServerStart listening) {
        try {
            if (scheduler == null) {
                start();
            }
        } catch (RuntimeException e) {
            LOG.fatal("The delivery of submissions cannot start, so the gateway stops instead of accepting any", e);
            Quarkus.asyncExit(1);
        }
    }

    private void start() {
        heartbeat.start();
        if (!database.isShared()) {
            releaseLeases();
        }
        RecurringTask<Void> sweep = Tasks.recurring("sweeper", FixedDelay.of(config.sweep()))
                .execute((instance, context) -> {
                    rescuer.rescue();
                    cleaner.clean();
                });
        scheduler = Scheduler.create(database.dataSource(), delivery())
                .startTasks(sweep)
                .threads(config.threads())
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(config.lease())
                .clock(clock::steady)
                .build();
        scheduler.start();
        schedule.pollWith(scheduler::triggerCheckForDueExecutions);
    }

    /** Waits for the calls in flight. The remaining steps are left to the next start or another gateway. */
    void stop(@Observes ShutdownEvent end) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** No other process uses an SQLite file: the leases of the last one end when this one starts. */
    private void releaseLeases() {
        database.write(transaction -> {
            submissions.releaseAll(transaction, clock.steady());
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
        boolean isOurs = runner.run(submissionId, context.getSchedulerState()::isShuttingDown);
        return (complete, operations) -> {
            if (isOurs) {
                scheduleNext(submissionId, complete, operations);
            }
        };
    }

    /** Locks the submission: a concurrent wake is either read here, or waits and then reschedules the task. */
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
