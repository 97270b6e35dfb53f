package ghl.gateway.form;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.SubmissionContextInput;

/**
 * A form that somebody filled in, as an intake hands it on. It goes to the form's location.
 *
 * @param context where it was filled in; null when that is not known
 * @param consent what the person agreed to, where the page says so; null leaves it to the definition
 * @param idempotencyKey the sender's id of this event; null: the same answers within {@code submission.derived-key.window}
 *     are one submission
 * @param gaps what happens when a required answer is missing
 * @param quarantined whether it is taken for spam: kept aside, and not delivered unless an operator says so
 */
public record FilledForm(
        FormDefinition definition,
        Answers answers,
        SubmissionContextInput context,
        ConsentInput consent,
        String idempotencyKey,
        MissingAnswerPolicy gaps,
        boolean quarantined) {

    /** What happens when a required answer is missing. */
    public enum MissingAnswerPolicy {
        /** Somebody is there who can mend it: userErrors, and nothing is kept. */
        REFUSED,
        /** Nobody could mend it, and the lead would be lost: taken, with a warning. */
        WARNED
    }
}
