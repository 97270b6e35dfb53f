package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.step.Step;
import io.smallrye.mutiny.Context;
import java.util.ArrayList;
import java.util.List;

/** One pass over a submission: what is on the disk of it, and what has come to be known since. Used by one thread. */
final class DeliveryAttempt {

    private JournaledSubmission kept;
    private SubmissionState progress;
    private List<JournaledStep> steps;
    private Context terms;

    DeliveryAttempt(JournaledSubmission pickedUp) {
        kept = pickedUp;
        progress = pickedUp.progress();
        steps = new ArrayList<>(pickedUp.steps());
    }

    /** As it was last committed. */
    JournaledSubmission kept() {
        return kept;
    }

    void kept(JournaledSubmission committed) {
        kept = committed;
        progress = committed.progress();
        steps = new ArrayList<>(committed.steps());
    }

    /** On which calls may be made since the last commit. */
    Context terms() {
        return terms;
    }

    void terms(Context now) {
        terms = now;
    }

    SubmissionState progress() {
        return progress;
    }

    void progress(SubmissionState now) {
        progress = now;
    }

    List<JournaledStep> steps() {
        return List.copyOf(steps);
    }

    void step(JournaledStep now) {
        steps.set(now.number() - 1, now);
    }

    Step planned(JournaledStep step) {
        return kept.plan().steps().get(step.number() - 1);
    }
}
