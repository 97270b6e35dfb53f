package ghl.gateway.submission.journal;

import ghl.gateway.submission.step.Plan;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A submission as persisted.
 *
 * @param sequence place in the order of acceptance; 0 before it is stored
 * @param queuedAt when it was accepted, in the journal's time
 * @param triedAt when its last attempt ended, in the journal's time; null before
 * @param behindSince when the backup was made that it comes from, if it may have gone on since; null otherwise
 * @param plan null once the content was erased
 * @param erasedAt when the content was erased; null before
 * @param blockedSince since when an earlier submission of the same person blocks it; null unless one does
 * @param epoch raised by every claim: workers with an older epoch may not write
 * @param leasedUntil until when its worker may keep it; null if no worker has it
 */
@RecordBuilder
public record JournaledSubmission(
        String id,
        long sequence,
        String locationId,
        String form,
        Plan plan,
        Instant createdAt,
        Instant queuedAt,
        Instant triedAt,
        Instant updatedAt,
        Instant erasedAt,
        Instant behindSince,
        Instant blockedSince,
        long epoch,
        Instant leasedUntil,
        SubmissionState state,
        List<JournaledStep> steps)
        implements JournaledSubmissionBuilder.With {

    /** A new submission: all steps are to do. */
    public static JournaledSubmission accepted(
            String id, String form, Plan plan, SubmissionState state, JournalTime now) {
        List<JournaledStep> steps = IntStream.range(0, plan.steps().size())
                .mapToObj(i -> JournaledStep.todo(i + 1, plan.steps().get(i).kind()))
                .toList();
        return JournaledSubmissionBuilder.builder()
                .id(id)
                .locationId(plan.locationId())
                .form(form)
                .plan(plan)
                .createdAt(now.date())
                .queuedAt(now.steady())
                .updatedAt(now.date())
                .state(state)
                .steps(steps)
                .build();
    }

    public JournaledSubmission updated(SubmissionState newState, List<JournaledStep> newSteps, Instant at) {
        return withState(newState).withSteps(newSteps).withUpdatedAt(at);
    }

    public JournaledSubmission leased(long newEpoch, Instant until) {
        return withBlockedSince(null).withEpoch(newEpoch).withLeasedUntil(until);
    }

    /** After an attempt, without a lease: any worker may claim it at once. */
    public JournaledSubmission released(Instant now) {
        return leased(epoch, null).withTriedAt(now);
    }

    public JournaledStep step(int number) {
        return steps.get(number - 1);
    }

    /** Whether nothing more happens to it unless a person acts. */
    public boolean isAtRest() {
        return state.nextAttemptAt() == null;
    }
}
