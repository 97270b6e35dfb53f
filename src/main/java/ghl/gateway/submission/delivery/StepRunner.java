package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.Markers;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.step.EffectProbe;
import ghl.gateway.submission.step.ProbeResult;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepContext;
import ghl.gateway.submission.step.StepExecutor;
import ghl.gateway.submission.step.StepResult;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Runs one step of a pass. What only sets a state is simply repeated until its first answer. What creates is never called
 * again before somebody has looked whether a lost call made it.
 */
@ApplicationScoped
class StepRunner {

    private static final StepError INTERRUPTED = new StepError(
            "INTERRUPTED",
            "The gateway stopped before the answer came: it may or may not have taken effect",
            List.of(),
            null,
            null,
            null);

    private final HighLevel crm;
    private final StepExecutor executor;
    private final StepTransitions verdicts;
    private final AttemptJournal journal;
    private final Markers markers;
    private final Milestones milestones;
    private final SubmissionConfig config;
    private final Clock clock;

    StepRunner(
            HighLevel crm,
            StepExecutor executor,
            StepTransitions verdicts,
            AttemptJournal journal,
            Markers markers,
            Milestones milestones,
            SubmissionConfig config,
            Clock clock) {
        this.crm = crm;
        this.executor = executor;
        this.verdicts = verdicts;
        this.journal = journal;
        this.markers = markers;
        this.milestones = milestones;
        this.config = config;
        this.clock = clock;
    }

    /** @return whether other steps make sense now; not when the CRM takes no calls at all */
    boolean run(DeliveryAttempt pass, JournaledStep found) {
        Step step = pass.planned(found);
        if (!step.isCreation()) {
            return call(pass, found.isInterrupted() ? found.unsure(INTERRUPTED, null, null) : found, step);
        }
        if (found.isInterrupted()) {
            pass.step(
                    found.unsure(INTERRUPTED, WaitReason.QUIET, clock.instant().plus(config.quiet())));
            journal.commit(pass);
            milestones.pass("quiet");
            return true;
        }
        return found.lost() && config.test().probe() ? lookThenCall(pass, found, step) : call(pass, found, step);
    }

    private boolean lookThenCall(DeliveryAttempt pass, JournaledStep found, Step step) {
        ProbeResult sighting = look(pass, found, step);
        if (sighting instanceof ProbeResult.Absent && found.wasRefused()) {
            verdicts.believed(pass, found);
            return true;
        }
        if (sighting instanceof ProbeResult.Absent) {
            return call(pass, found, step);
        }
        return verdicts.seen(pass, found, sighting);
    }

    private ProbeResult look(DeliveryAttempt pass, JournaledStep found, Step step) {
        milestones.pass("probe." + step.kind());
        journal.commit(pass);
        return step.with(new EffectProbe(crm, found.firstIntentAt()), target(pass, found));
    }

    private boolean call(DeliveryAttempt pass, JournaledStep found, Step step) {
        String place = "step." + step.kind();
        milestones.pass(place + ".before-intent");
        JournaledStep intended = found.intended(clock.instant());
        pass.step(intended);
        journal.commit(pass);
        milestones.pass(place + ".after-intent");
        StepResult result = step.with(executor, target(pass, found));
        milestones.pass(place + ".after-call");
        if (result instanceof Refused refused && step.isCreation()) {
            return refusedCreation(pass, intended, step, refused);
        }
        boolean goesOn = verdicts.called(pass, intended, step, result);
        if (isLost(result) && step.isCreation()) {
            journal.commit(pass);
            milestones.pass("quiet");
        }
        return goesOn;
    }

    /** The CRM has been seen to refuse what it then did all the same, and takes what it made itself for a duplicate. */
    private boolean refusedCreation(DeliveryAttempt pass, JournaledStep intended, Step step, Refused refused) {
        boolean believed = refused.isAboutAnotherRecord() && !intended.lost();
        if (believed || !config.test().probe()) {
            return verdicts.called(pass, intended, step, refused);
        }
        return verdicts.refused(pass, intended, refused, look(pass, intended, step));
    }

    private static boolean isLost(StepResult result) {
        return result instanceof TryAgain trouble && trouble.maybeDone();
    }

    private StepContext target(DeliveryAttempt pass, JournaledStep step) {
        return new StepContext(
                pass.kept().locationId(),
                pass.progress().contactId(),
                markers.of(pass.kept().id(), step.number()),
                pass.terms());
    }
}
