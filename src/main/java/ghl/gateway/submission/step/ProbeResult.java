package ghl.gateway.submission.step;

import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.TryAgain;

/** What looking for the effect of a lost call has shown. */
public sealed interface ProbeResult {

    /** It is there. */
    record Found(Done done) implements ProbeResult {}

    /** It is not there: the call may be made again. */
    record Absent() implements ProbeResult {}

    /** It can never be there: somebody else's record is in its place, or its contact is gone. */
    record Elsewhere(StepError error) implements ProbeResult {}

    /** Nobody but a person can tell. */
    record Undecidable(StepError error) implements ProbeResult {}

    /** The CRM did not answer. */
    record Unseen(TryAgain trouble) implements ProbeResult {}
}
