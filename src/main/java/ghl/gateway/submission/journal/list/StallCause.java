package ghl.gateway.submission.journal.list;

import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;

/**
 * Why submissions stand still: what they wait for, or why they need a person. One of the two is null.
 */
public record StallCause(WaitReason waitingFor, ParkReason reason) {

    SubmissionStatus status() {
        return reason == null ? SubmissionStatus.WAITING : SubmissionStatus.PARKED;
    }

    /** Whether it is for this that a submission stands still. */
    public boolean holds(SubmissionState progress) {
        return progress.status() == status() && progress.waitingFor() == waitingFor && progress.reason() == reason;
    }
}
