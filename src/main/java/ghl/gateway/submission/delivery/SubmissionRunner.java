package ghl.gateway.submission.delivery;

import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.submission.journal.Digests;
import ghl.gateway.submission.journal.FencedException;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.StepStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Runs delivery attempts. */
@ApplicationScoped
class SubmissionRunner {

    private static final Logger LOG = Logger.getLogger(SubmissionRunner.class);

    private final SubmissionClaim claim;
    private final StepRunner steps;
    private final AttemptJournal journal;
    private final LateEffectCheck lateCheck;
    private final Digests digests;
    private final JournalClock clock;

    SubmissionRunner(
            SubmissionClaim claim,
            StepRunner steps,
            AttemptJournal journal,
            LateEffectCheck lateCheck,
            Digests digests,
            JournalClock clock) {
        this.claim = claim;
        this.steps = steps;
        this.journal = journal;
        this.lateCheck = lateCheck;
        this.digests = digests;
        this.clock = clock;
    }

    /**
     * Runs one attempt if the submission is due. The journal then has the time of the next one.
     *
     * @param stopping checked before each step; ends the attempt early
     * @return false if another worker claimed the submission meanwhile: this one must not touch it any more
     */
    boolean run(String id, BooleanSupplier stopping) {
        Failpoints.pass("work.start");
        Optional<JournaledSubmission> claimed = claim.claim(id);
        try {
            claimed.ifPresent(submission -> run(submission, stopping));
            return true;
        } catch (FencedException fenced) {
            LOG.infof("%s: this attempt ends", fenced.getMessage());
            return false;
        }
    }

    /** An unexpected exception counts as a failure of the CRM, so that it is retried and finally parked. */
    private void run(JournaledSubmission claimed, BooleanSupplier stopping) {
        DeliveryAttempt attempt = new DeliveryAttempt(claimed, digests);
        try {
            run(attempt, stopping);
        } catch (FencedException fenced) {
            throw fenced;
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "Attempt to deliver submission %s failed unexpectedly", claimed.id());
            journal.abort(attempt);
        }
    }

    private void run(DeliveryAttempt attempt, BooleanSupplier stopping) {
        if (attempt.state().isSettling()) {
            lateCheck.run(attempt);
        } else {
            runSteps(attempt, stopping);
            Failpoints.pass("complete");
            journal.finish(attempt);
        }
    }

    private void runSteps(DeliveryAttempt attempt, BooleanSupplier stopping) {
        for (JournaledStep found : attempt.steps()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            boolean goesOn = !found.isDue(clock.steady()) || steps.run(attempt, found);
            JournaledStep now = attempt.step(found.number());
            if (attempt.planned(now).settlesContact() && now.status() != StepStatus.DONE) {
                skipRest(attempt, now);
                return;
            }
            if (!goesOn) {
                return;
            }
        }
    }

    /** Once the step that determines the contact is refused, later steps can never run. */
    private static void skipRest(DeliveryAttempt attempt, JournaledStep contact) {
        if (contact.status() == StepStatus.REFUSED) {
            attempt.steps().stream()
                    .filter(step -> step.number() > contact.number() && step.isOpen())
                    .forEach(step -> attempt.step(step.skipped()));
        }
    }
}
