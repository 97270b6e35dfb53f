package ghl.gateway.submission.delivery;

import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.step.BackupCheck;
import ghl.gateway.submission.step.EffectProbe;
import ghl.gateway.submission.step.ProbeResult;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepErrors;
import ghl.gateway.submission.step.StepExecutor;
import ghl.gateway.submission.step.StepResult;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Runs one step of an attempt. A step that only sets a state is repeated until the CRM answers. A creating step is
 * never repeated before a probe has shown that the lost call had no effect.
 */
@ApplicationScoped
class StepRunner {

    private final StepExecutor executor;
    private final EffectProbe probe;
    private final BackupCheck backup;
    private final ContactHistory history;
    private final StepTransitions transitions;
    private final AttemptJournal journal;
    private final SubmissionConfig config;
    private final JournalClock clock;

    StepRunner(
            StepExecutor executor,
            EffectProbe probe,
            BackupCheck backup,
            ContactHistory history,
            StepTransitions transitions,
            AttemptJournal journal,
            SubmissionConfig config,
            JournalClock clock) {
        this.executor = executor;
        this.probe = probe;
        this.backup = backup;
        this.history = history;
        this.transitions = transitions;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** @return whether the attempt can go on with other steps; false when the CRM takes no calls at all */
    boolean run(DeliveryAttempt attempt, JournaledStep found) {
        Step step = attempt.planned(found);
        if (attempt.committed().behindSince() != null && BackupCheck.concerns(step)) {
            return compareThenCall(attempt, found, step);
        }
        if (!step.isCreation()) {
            return callAgain(attempt, found, step);
        }
        if (found.isInterrupted()) {
            attempt.step(found.unsure(
                    StepErrors.INTERRUPTED,
                    clock.steady(),
                    WaitReason.QUIET,
                    clock.steady().plus(config.quiet())));
            journal.commit(attempt);
            Failpoints.pass("quiet");
            return true;
        }
        return found.lost() ? probeThenCall(attempt, found, step) : call(attempt, found, step);
    }

    /** In a restored journal, the step may have been carried out after the backup, or others have changed the contact since. */
    private boolean compareThenCall(DeliveryAttempt attempt, JournaledStep found, Step step) {
        JournaledSubmission submission = attempt.committed();
        journal.commit(attempt);
        BackupCheck.Result result = backup.check(
                step,
                attempt.context(found),
                submission.behindSince(),
                contactId -> history.before(submission, contactId));
        return result instanceof BackupCheck.Result.AsKnown
                ? callAgain(attempt, found, step)
                : transitions.compared(attempt, found, result);
    }

    private boolean probeThenCall(DeliveryAttempt attempt, JournaledStep found, Step step) {
        ProbeResult result = probe(attempt, found, step);
        if (!(result instanceof ProbeResult.Absent)) {
            return transitions.probed(attempt, found, result);
        }
        if (found.wasRefused()) {
            attempt.step(found.refused(found.error()));
            return true;
        }
        return call(attempt, found, step);
    }

    private ProbeResult probe(DeliveryAttempt attempt, JournaledStep found, Step step) {
        Failpoints.pass("probe." + step.kind());
        journal.commit(attempt);
        return probe.probe(step, attempt.context(found), found.firstIntentAt());
    }

    /** A call that only sets a state, whatever became of the one before. */
    private boolean callAgain(DeliveryAttempt attempt, JournaledStep found, Step step) {
        return call(
                attempt,
                found.isInterrupted() ? found.unsure(StepErrors.INTERRUPTED, clock.steady(), null, null) : found,
                step);
    }

    private boolean call(DeliveryAttempt attempt, JournaledStep found, Step step) {
        String failpoint = "step." + step.kind();
        Failpoints.pass(failpoint + ".before-intent");
        JournaledStep intended = found.intended(clock.date());
        attempt.step(intended);
        journal.commit(attempt);
        Failpoints.pass(failpoint + ".after-intent");
        StepResult result = executor.run(step, attempt.context(found));
        Failpoints.pass(failpoint + ".after-call");
        if (result instanceof Refused refused && step.isCreation()) {
            return refusedCreation(attempt, intended, step, refused);
        }
        boolean goesOn = transitions.called(attempt, intended, step, result);
        if (step.isCreation() && result instanceof TryAgain trouble && trouble.maybeDone()) {
            journal.commit(attempt);
            Failpoints.pass("quiet");
        }
        return goesOn;
    }

    /**
     * Probes after a refusal: the CRM may refuse a call and still carry it out, or report the new record itself as a
     * duplicate.
     */
    private boolean refusedCreation(DeliveryAttempt attempt, JournaledStep intended, Step step, Refused refused) {
        return refused.isAboutAnotherRecord() && !intended.lost()
                ? transitions.called(attempt, intended, step, refused)
                : transitions.refused(attempt, intended, refused, probe(attempt, intended, step));
    }
}
