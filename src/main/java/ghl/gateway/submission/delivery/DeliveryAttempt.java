package ghl.gateway.submission.delivery;

import ghl.gateway.submission.journal.Digests;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.step.Step;
import ghl.gateway.submission.step.StepContext;
import io.smallrye.mutiny.Context;
import java.util.ArrayList;
import java.util.List;

/** One attempt to deliver a submission: its committed state and the progress since. Used by one thread. */
final class DeliveryAttempt {

    private final Digests digests;
    private JournaledSubmission committed;
    private SubmissionState state;
    private List<JournaledStep> steps;
    private Context deadline;

    DeliveryAttempt(JournaledSubmission claimed, Digests digests) {
        this.digests = digests;
        committed(claimed);
    }

    /** The submission as last committed. */
    JournaledSubmission committed() {
        return committed;
    }

    void committed(JournaledSubmission now) {
        committed = now;
        state = now.state();
        steps = new ArrayList<>(now.steps());
    }

    /** Sets the deadline of the next calls to the CRM. */
    void deadline(Context now) {
        deadline = now;
    }

    SubmissionState state() {
        return state;
    }

    void state(SubmissionState now) {
        state = now;
    }

    List<JournaledStep> steps() {
        return List.copyOf(steps);
    }

    JournaledStep step(int number) {
        return steps.get(number - 1);
    }

    void step(JournaledStep now) {
        steps.set(now.number() - 1, now);
    }

    Step planned(JournaledStep step) {
        return committed.plan().steps().get(step.number() - 1);
    }

    /** For calls of no step. */
    StepContext context() {
        return new StepContext(committed.locationId(), state.contactId(), null, deadline);
    }

    StepContext context(JournaledStep step) {
        return new StepContext(
                committed.locationId(), state.contactId(), digests.marker(committed.id(), step.number()), deadline);
    }
}
