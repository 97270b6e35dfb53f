package ghl.gateway.submission.accept;

import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.SubmitFormPayload;

/** What became of an input at the door. */
public sealed interface AcceptResult {

    /** Answered on the spot: it was wrong, or a dry run. */
    record Rejected(SubmitFormPayload payload) implements AcceptResult {}

    /**
     * It is in the journal.
     *
     * @param replayed whether it was there before
     */
    record Stored(JournaledSubmission submission, boolean replayed) implements AcceptResult {}
}
