package ghl.gateway.submission.journal.list;

import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;

/** Why submissions are stalled: what they wait for, or why they are parked. The other component is null. */
public record StallCause(WaitReason waitingFor, ParkReason reason) {

    SubmissionStatus status() {
        return reason == null ? SubmissionStatus.WAITING : SubmissionStatus.PARKED;
    }

    /** Whether a submission is stalled for this cause. */
    public boolean matches(SubmissionState state) {
        return state.status() == status() && state.waitingFor() == waitingFor && state.reason() == reason;
    }
}
