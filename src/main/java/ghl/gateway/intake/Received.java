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
record Received(Submission submission, List<UserError> userErrors, String next) {

    static Received captured() {
        return new Received(null, List.of(), null);
    }

    static Received of(SubmitFormPayload payload, String next) {
        return new Received(payload.submission(), payload.userErrors(), next);
    }
}
