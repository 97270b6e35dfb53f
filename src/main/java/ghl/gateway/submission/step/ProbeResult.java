package ghl.gateway.submission.step;

import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.TryAgain;

/** Result of probing for the effect of a lost call. */
public sealed interface ProbeResult {

    /** The record exists. */
    record Found(Done done) implements ProbeResult {}

    /** The record does not exist: the call may be repeated. */
    record Absent() implements ProbeResult {}

    /** The record can never exist: another one is in its place, or its contact is gone. */
    record Elsewhere(StepError error) implements ProbeResult {}

    /** Only a person can tell whether the record exists. */
    record Undecidable(StepError error) implements ProbeResult {}

    /** The CRM did not answer the probe. */
    record Unseen(TryAgain trouble) implements ProbeResult {}
}
