package ghl.gateway.intake;

import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.UserError;
import java.util.List;

/**
 * Result of a request that was not refused.
 *
 * @param id of the submission; null when none was made
 * @param status the submission's status, or CAPTURED or IGNORED when none was made
 * @param reason why none was made; null unless it was ignored
 * @param userErrors what the person must correct; empty when the form was accepted
 * @param next redirect target for browsers; null for the gateway's own page
 */
record IntakeResult(String id, String status, String reason, List<UserError> userErrors, String next) {

    static final IntakeResult CAPTURED = new IntakeResult(null, "CAPTURED", null, List.of(), null);

    static IntakeResult ignored(String reason) {
        return new IntakeResult(null, "IGNORED", reason, List.of(), null);
    }

    static IntakeResult accepted(Submission receipt, String next) {
        return new IntakeResult(receipt.id(), receipt.status().name(), null, List.of(), next);
    }

    static IntakeResult invalid(List<UserError> userErrors) {
        return new IntakeResult(null, null, null, userErrors, null);
    }
}
