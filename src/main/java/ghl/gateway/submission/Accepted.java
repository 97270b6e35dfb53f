package ghl.gateway.submission;

import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.SubmitFormPayload;

/** What became of an input at the door. */
sealed interface Accepted {

    /** Answered on the spot: it was wrong, or a dry run. */
    record Answered(SubmitFormPayload payload) implements Accepted {}

    /**
     * It is in the journal.
     *
     * @param replayed whether it was there before
     */
    record Kept(JournaledSubmission submission, boolean replayed) implements Accepted {}
}
