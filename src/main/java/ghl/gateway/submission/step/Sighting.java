package ghl.gateway.submission.step;

import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.TryAgain;

/** What looking for the effect of a lost call has shown. */
public sealed interface Sighting {

    /** It is there. */
    record Found(Done done) implements Sighting {}

    /** It is not there: the call may be made again. */
    record Absent() implements Sighting {}

    /** It can never be there: somebody else's record is in its place, or its contact is gone. */
    record Elsewhere(StepError error) implements Sighting {}

    /** Nobody but a person can tell. */
    record Undecidable(StepError error) implements Sighting {}

    /** The CRM did not answer. */
    record Unseen(TryAgain trouble) implements Sighting {}
}
