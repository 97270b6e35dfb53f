package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.call.CallDeadline;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Commits what a pass has come to know, and tells those who watch. */
@ApplicationScoped
class AttemptJournal {

    private final Database database;
    private final SubmissionStore submissions;
    private final DeliverySchedule wakeups;
    private final SubmissionWatch watch;
    private final Milestones milestones;
    private final CrmConnection connection;
    private final SubmissionConfig config;
    private final RetryPolicy policy;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    AttemptJournal(
            Database database,
            SubmissionStore submissions,
            DeliverySchedule wakeups,
            SubmissionWatch watch,
            Milestones milestones,
            CrmConnection connection,
            SubmissionConfig config,
            Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.wakeups = wakeups;
        this.watch = watch;
        this.milestones = milestones;
        this.connection = connection;
        this.config = config;
        this.policy = RetryPolicy.of(config.retry());
        this.clock = clock;
    }

    /**
     * Keeps what is known, and holds the submission for another lease. Whoever takes over after it must not meet a call of
     * this worker's, so none is sent that might end later.
     *
     * @throws ghl.gateway.submission.journal.FencedException when it is another worker's now
     */
    void commit(DeliveryAttempt pass) {
        Instant now = clock.instant();
        Instant leaseEnds = now.plus(config.lease());
        pass.terms(CallDeadline.until(leaseEnds.minus(connection.callTimeout()), clock));
        SubmissionState progress =
                pass.progress().isSettling() ? pass.progress() : pass.progress().running(leaseEnds);
        JournaledSubmission held =
                pass.kept().heldBy(pass.kept().epoch(), leaseEnds).with(progress, pass.steps(), now);
        save(pass, held, transaction -> {});
    }

    /** Keeps what the steps have come to, lets go, and wakes those who waited for this one. */
    void finish(DeliveryAttempt pass) {
        SubmissionState end = SubmissionOutcome.of(pass.progress(), pass.steps(), config.settle(), clock.instant());
        finish(pass, end);
    }

    void finish(DeliveryAttempt pass, SubmissionState end) {
        Instant now = clock.instant();
        JournaledSubmission free = pass.kept().released().with(end, pass.steps(), now);
        save(pass, free, transaction -> wakeups.wakeWaiting(transaction, free.id(), now));
        wakeups.check();
    }

    /** Lets go of what is on the disk, for another try later; what was not committed is as if it had never been known. */
    void abort(DeliveryAttempt pass) {
        Instant now = clock.instant();
        SubmissionState failed = pass.kept().progress().failed(now);
        SubmissionState end = policy.isSpent(failed.failingSince(), now)
                ? failed.parked(ParkReason.UNAVAILABLE, now)
                : failed.laterAt(now.plus(policy.delay(failed.failures(), random)));
        pass.kept(pass.kept());
        finish(pass, end);
    }

    private void save(DeliveryAttempt pass, JournaledSubmission now, Consumer<Transaction> also) {
        List<JournaledStep> before = pass.kept().steps();
        database.write(transaction -> {
            submissions.save(transaction, now, before);
            also.accept(transaction);
            return null;
        });
        pass.kept(now);
        watch.changed(now);
        now.steps().stream()
                .filter(step -> isResult(step) && !isResult(before.get(step.number() - 1)))
                .forEach(step -> milestones.pass("step." + step.kind() + ".after-result"));
    }

    private static boolean isResult(JournaledStep step) {
        return step.status() == StepStatus.DONE || step.status() == StepStatus.REFUSED;
    }
}
