package ghl.gateway.form;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.receipt.Warning;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A completed form, as received by an intake. It is written to the form's location. It contains no consent: whether the
 * person agreed, and on which channels, follows from the answers and the definition.
 *
 * @param context where it was filled in; null when unknown
 * @param idempotencyKey the sender's event id; null treats equal answers within {@code submission.derived-key.window} as
 *     one submission
 * @param missingAnswers what happens when a required answer is missing
 * @param warnings what is noteworthy about how it was received; without answers, because warnings are stored unencrypted
 * @param quarantined whether it is probably spam: stored, but delivered only after an operator's approval
 * @param keyIdentifiesAnswers whether the key stands for these answers only: then the same key is a repeat, whatever the
 *     definition makes of the answers now; else other answers with the same key are rejected
 */
@RecordBuilder
public record FilledForm(
        FormDefinition definition,
        Answers answers,
        SubmissionContextInput context,
        String idempotencyKey,
        MissingAnswerPolicy missingAnswers,
        List<Warning> warnings,
        boolean quarantined,
        boolean keyIdentifiesAnswers)
        implements FilledFormBuilder.With {

    public FilledForm(
            FormDefinition definition,
            Answers answers,
            SubmissionContextInput context,
            String idempotencyKey,
            MissingAnswerPolicy missingAnswers,
            List<Warning> warnings,
            boolean quarantined) {
        this(definition, answers, context, idempotencyKey, missingAnswers, warnings, quarantined, false);
    }

    public enum MissingAnswerPolicy {
        /** Rejects the form with userErrors: a person can correct it and send it again. */
        REJECT,
        /** Accepts the form with a warning: a webhook cannot be corrected, and rejecting it would lose the lead. */
        WARN
    }
}
