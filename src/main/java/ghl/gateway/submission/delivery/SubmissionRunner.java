package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.FencedException;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.StepStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Passes over submissions that are due. */
@ApplicationScoped
class SubmissionRunner {

    private static final Logger LOG = Logger.getLogger(SubmissionRunner.class);

    private final SubmissionClaim pickUp;
    private final StepRunner steps;
    private final AttemptJournal journal;
    private final LateDuplicateCheck lookBack;
    private final Milestones milestones;
    private final Clock clock;

    SubmissionRunner(
            SubmissionClaim pickUp,
            StepRunner steps,
            AttemptJournal journal,
            LateDuplicateCheck lookBack,
            Milestones milestones,
            Clock clock) {
        this.pickUp = pickUp;
        this.steps = steps;
        this.journal = journal;
        this.lookBack = lookBack;
        this.milestones = milestones;
        this.clock = clock;
    }

    /**
     * Does what is due of a submission, and leaves in the journal when the next pass is.
     *
     * @param stopping asked before each step: then the rest is handed back
     * @return false when another worker has taken the submission over meanwhile: nothing of it may be touched any more
     */
    boolean run(String id, BooleanSupplier stopping) {
        milestones.pass("work.start");
        Optional<JournaledSubmission> pickedUp = pickUp.pickUp(id);
        try {
            pickedUp.ifPresent(submission -> run(submission, stopping));
            return true;
        } catch (FencedException fenced) {
            LOG.infof("%s: stopped here", fenced.getMessage());
            return false;
        }
    }

    /** Whatever breaks, and however often, it is a failure like another: it does not keep others of the person waiting. */
    private void run(JournaledSubmission pickedUp, BooleanSupplier stopping) {
        DeliveryAttempt pass = new DeliveryAttempt(pickedUp);
        try {
            run(pass, stopping);
        } catch (FencedException fenced) {
            throw fenced;
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "A pass over submission %s broke", pickedUp.id());
            journal.abort(pass);
        }
    }

    private void run(DeliveryAttempt pass, BooleanSupplier stopping) {
        if (pass.progress().isSettling()) {
            lookBack.run(pass);
        } else {
            runSteps(pass, stopping);
            milestones.pass("complete");
            journal.finish(pass);
        }
    }

    private void runSteps(DeliveryAttempt pass, BooleanSupplier stopping) {
        for (JournaledStep found : pass.steps()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            boolean goesOn = !found.isDue(clock.instant()) || steps.run(pass, found);
            JournaledStep now = pass.steps().get(found.number() - 1);
            if (pass.planned(now).settlesContact() && now.status() != StepStatus.DONE) {
                skipTheRest(pass, now);
                return;
            }
            if (!goesOn) {
                return;
            }
        }
    }

    /** Without its contact nothing else can be done; once that is refused, it never can. */
    private static void skipTheRest(DeliveryAttempt pass, JournaledStep contact) {
        if (contact.status() == StepStatus.REFUSED) {
            pass.steps().stream()
                    .filter(step -> step.number() > contact.number() && step.isOpen())
                    .forEach(step -> pass.step(step.skipped()));
        }
    }
}
