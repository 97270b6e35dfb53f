package ghl.gateway.intake;

import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.receipt.SubmitFormPayload;
import ghl.gateway.submission.receipt.UserError;
import java.util.List;

/**
 * What became of a form at the door.
 *
 * @param submission null when it was not taken, or only captured
 * @param userErrors what whoever filled it in must mend; empty when it was taken
 * @param next where the page leads on to; null: to the gateway's own page
 */
record IntakeResult(Submission submission, List<UserError> userErrors, String next) {

    static IntakeResult captured() {
        return new IntakeResult(null, List.of(), null);
    }

    static IntakeResult of(SubmitFormPayload payload, String next) {
        return new IntakeResult(payload.submission(), payload.userErrors(), next);
    }
}
