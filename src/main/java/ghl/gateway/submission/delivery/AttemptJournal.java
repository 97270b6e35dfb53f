package ghl.gateway.submission.delivery;

import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.FencedException;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.StepStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Commits the progress of an attempt and notifies the submission's watchers. */
@ApplicationScoped
class AttemptJournal {

    private final Database database;
    private final SubmissionStore submissions;
    private final DeliverySchedule schedule;
    private final SubmissionWatch watch;
    private final CrmConnection connection;
    private final SubmissionConfig config;
    private final RetryPolicy policy;
    private final JournalClock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    AttemptJournal(
            Database database,
            SubmissionStore submissions,
            DeliverySchedule schedule,
            SubmissionWatch watch,
            CrmConnection connection,
            SubmissionConfig config,
            JournalClock clock) {
        this.database = database;
        this.submissions = submissions;
        this.schedule = schedule;
        this.watch = watch;
        this.connection = connection;
        this.config = config;
        this.policy = RetryPolicy.of(config.retry());
        this.clock = clock;
    }

    /**
     * Commits the progress and renews the lease. The deadline of the next calls is set so that none of them can overlap with a
     * worker that takes over when the lease ends.
     *
     * @throws FencedException if another worker has claimed the submission
     */
    void commit(DeliveryAttempt attempt) {
        JournalTime now = clock.now();
        Instant leaseEnds = now.steady().plus(config.lease());
        attempt.deadline(
                CallDeadline.until(now.date().plus(config.lease()).minus(connection.callTimeout()), clock.machine()));
        SubmissionState state =
                attempt.state().isSettling() ? attempt.state() : attempt.state().running(leaseEnds);
        JournaledSubmission leased = attempt.committed()
                .leased(attempt.committed().epoch(), leaseEnds)
                .updated(state, attempt.steps(), now.date());
        save(attempt, leased, transaction -> {});
    }

    /** Ends the attempt with the outcome of its steps, and wakes the submissions that waited for this one. */
    void finish(DeliveryAttempt attempt) {
        finish(attempt, SubmissionOutcome.of(attempt.state(), attempt.steps(), config.settle(), clock.now()));
    }

    void finish(DeliveryAttempt attempt, SubmissionState end) {
        JournalTime now = clock.now();
        JournaledSubmission released =
                attempt.committed().released(now.steady()).updated(end, attempt.steps(), now.date());
        save(attempt, released, transaction -> schedule.wakeBlocked(transaction, released.id(), now.steady()));
        schedule.poll();
    }

    /**
     * Drops uncommitted progress, then ends the attempt like {@link #finishAfterFailure}. Progress whose commit is in doubt may
     * be stored, so what is stored counts, not what the attempt remembers.
     */
    void abort(DeliveryAttempt attempt) {
        JournaledSubmission stored = database.read(transaction ->
                        submissions.find(transaction, attempt.committed().id()))
                .filter(found -> found.epoch() == attempt.committed().epoch())
                .orElseThrow(() -> new FencedException(attempt.committed().id()));
        publish(attempt, stored);
        if (stored.leasedUntil() != null) {
            finishAfterFailure(attempt);
        }
    }

    /** Ends the attempt and schedules the next one, or parks the submission after {@code submission.retry.give-up}. */
    void finishAfterFailure(DeliveryAttempt attempt) {
        finish(attempt, policy.afterFailure(attempt.state(), clock.now(), random));
    }

    private void save(DeliveryAttempt attempt, JournaledSubmission now, Consumer<Transaction> also) {
        JournaledSubmission before = attempt.committed();
        database.write(transaction -> {
            submissions.save(transaction, now, before.steps());
            also.accept(transaction);
            return null;
        });
        publish(attempt, now);
        now.steps().stream()
                .filter(step -> isResult(step) && !isResult(before.step(step.number())))
                .forEach(step -> Failpoints.pass("step." + step.kind() + ".after-result"));
    }

    /** After a commit, or once a commit in doubt is known to be stored. */
    private void publish(DeliveryAttempt attempt, JournaledSubmission stored) {
        JournaledSubmission before = attempt.committed();
        attempt.committed(stored);
        watch.changed(stored);
        AttentionLog.changed(before, stored);
    }

    private static boolean isResult(JournaledStep step) {
        return step.status() == StepStatus.DONE || step.status() == StepStatus.REFUSED;
    }
}
