package ghl.gateway.submission.accept;

import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.UserError;
import java.util.List;

/** The outcome of an input. */
public sealed interface AcceptResult {

    /** The input is invalid; nothing was stored. */
    record Rejected(List<UserError> userErrors) implements AcceptResult {}

    /** The input is valid and was a dry run; nothing was stored. */
    record DryRun(List<PlannedCall> plan) implements AcceptResult {}

    /**
     * The submission is in the journal.
     *
     * @param replayed whether an earlier input with the same key stored it
     */
    record Stored(JournaledSubmission submission, boolean replayed) implements AcceptResult {}
}
