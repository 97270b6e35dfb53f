package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.submission.input.SubmissionContextInput;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a request body contains.
 *
 * @param eventId the sender's id of this submission, also after an edit; null without one
 * @param digest of the answers as they arrived, whatever the form's definition asks for; null without any
 * @param context where the form was filled in; null when the sender does not say
 * @param files number of uploaded files, whose names or addresses are answers and whose contents were not kept
 * @param ignored why nothing is submitted, for example because the body is the sender's test; null for a form. A sentence
 *     without a full stop
 */
public record ReceivedAnswers(
        Answers answers, String eventId, String digest, SubmissionContextInput context, int files, String ignored) {

    private static final int MAX_ID_LENGTH = 200;

    /** @param eventId blank means none; an id too long for a key is replaced by its digest */
    public ReceivedAnswers {
        if (eventId != null && eventId.isBlank()) {
            eventId = null;
        } else if (eventId != null && eventId.length() > MAX_ID_LENGTH) {
            eventId = DigestUtils.sha256Hex(eventId);
        }
    }

    /** Not a form, but something that its sender posts as well. */
    static ReceivedAnswers ignored(String reason) {
        return new ReceivedAnswers(Answers.builder().build(), null, null, null, 0, reason);
    }

    /** A form that its sender marked as a test: not submitted, but a capture shows its answers. */
    ReceivedAnswers ignoredAs(String reason) {
        return new ReceivedAnswers(answers, eventId, digest, context, files, reason);
    }
}
