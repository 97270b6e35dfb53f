package ghl.gateway.submission.delivery;

import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.Markers;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.DuplicateRemover;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Looks once more, some time after a submission is done, whether a call whose answer was lost took effect after all that
 * waiting. What the CRM then has twice is deleted once, unless somebody has touched it.
 */
@ApplicationScoped
class LateDuplicateCheck {

    private static final Warning REPAIRED =
            new Warning("REPAIRED", "The CRM carried out a lost call late: what it then had twice was deleted once");
    private static final Warning SURPLUS = new Warning(
            "SURPLUS", "The CRM carried out a lost call late, and somebody has changed what it then had twice");

    private final HighLevel crm;
    private final AttemptJournal journal;
    private final Markers markers;
    private final Milestones milestones;
    private final RetryPolicy policy;
    private final Duration credentialsRecheck;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    LateDuplicateCheck(
            HighLevel crm,
            AttemptJournal journal,
            Markers markers,
            Milestones milestones,
            SubmissionConfig config,
            Clock clock) {
        this.crm = crm;
        this.journal = journal;
        this.markers = markers;
        this.milestones = milestones;
        this.policy = RetryPolicy.of(config.retry());
        this.credentialsRecheck = config.credentialsRecheck();
        this.clock = clock;
    }

    /** Whether some lost call may still take effect. A contact cannot be looked for: it has no marker. */
    static boolean isDue(List<JournaledStep> steps) {
        return steps.stream().anyMatch(LateDuplicateCheck::concerns);
    }

    private static boolean concerns(JournaledStep step) {
        return step.lost()
                && step.status() == StepStatus.DONE
                && (step.kind() == StepKind.ADD_TASK || step.kind() == StepKind.ADD_NOTE);
    }

    void run(DeliveryAttempt pass) {
        boolean touched = false;
        for (JournaledStep step :
                pass.steps().stream().filter(LateDuplicateCheck::concerns).toList()) {
            journal.commit(pass);
            DuplicateRemover.Found found = surplus(pass, step);
            if (found == DuplicateRemover.Found.NO_ANSWER) {
                tryLater(pass);
                return;
            }
            if (found == DuplicateRemover.Found.NOT_NOW) {
                journal.finish(pass, pass.progress().laterAt(clock.instant().plus(credentialsRecheck)));
                return;
            }
            if (found == DuplicateRemover.Found.DELETED) {
                pass.progress(pass.progress().warned(List.of(REPAIRED)));
            }
            touched |= found == DuplicateRemover.Found.TOUCHED;
        }
        milestones.pass("settle.after");
        journal.finish(pass, touched ? touched(pass.progress()) : rested(pass.progress()));
    }

    private SubmissionState touched(SubmissionState before) {
        return before.warned(List.of(SURPLUS)).parked(ParkReason.UNSURE, clock.instant());
    }

    private SubmissionState rested(SubmissionState before) {
        return before.reason() == null
                ? before.done(clock.instant())
                : before.parked(before.reason(), before.settledAt());
    }

    private DuplicateRemover.Found surplus(DeliveryAttempt pass, JournaledStep step) {
        Step planned = pass.planned(step);
        StepContext target = new StepContext(
                pass.kept().locationId(),
                pass.progress().contactId(),
                markers.of(pass.kept().id(), step.number()),
                pass.terms());
        return planned.with(new DuplicateRemover(crm, step.resultId(), () -> milestones.pass("settle")), target);
    }

    private void tryLater(DeliveryAttempt pass) {
        SubmissionState failed = pass.progress().failed(clock.instant());
        journal.finish(
                pass,
                policy.isSpent(failed.failingSince(), clock.instant())
                        ? failed.parked(ParkReason.UNAVAILABLE, clock.instant())
                        : failed.laterAt(clock.instant().plus(policy.delay(failed.failures(), random))));
    }
}
