package ghl.gateway.submission.journal;

import ghl.gateway.submission.input.AnswerInput;
import ghl.gateway.submission.input.DeliveryDetails;
import ghl.gateway.submission.input.SubmitFormInput;
import java.time.Instant;
import java.util.List;

/**
 * Identifies repeats of a submission.
 *
 * @param digest keyed digest of the caller's key; null if the caller gave none
 * @param scope the caller or form that the key belongs to
 * @param inputDigest keyed digest of the input: another input with the same key is rejected
 * @param since earlier uses of the key do not count; null if all do
 */
public record IdempotencyKey(String digest, String scope, String inputDigest, Instant since) {

    /**
     * The key of an intake's input. Only the answers count: the page and its parameters may differ when a form is sent
     * again. Without a key, their order and {@link DeliveryDetails} may differ too.
     *
     * @param since for inputs without a key: the same answers before this time are another submission
     */
    public static IdempotencyKey ofAnswers(Digests digests, SubmitFormInput input, Instant since) {
        String key = input.idempotencyKey();
        if (key != null) {
            return new IdempotencyKey(
                    digests.hex("idempotency key", key),
                    "form " + input.form(),
                    answers(digests, input.answers()),
                    null);
        }
        String answers = answers(digests, DeliveryDetails.removedFrom(input.answers()));
        return new IdempotencyKey(answers, "answers of " + input.form(), answers, since);
    }

    private static String answers(Digests digests, List<AnswerInput> answers) {
        return digests.hex("answers", JournalJson.write(answers));
    }

    /**
     * The key of a body that could not be read.
     *
     * @param event the key of the sender's event; null if none was found: then the same body is a repeat
     * @param since for bodies without an event: the same body before this time is another submission
     */
    public static IdempotencyKey ofBody(Digests digests, String form, ReceivedBody body, String event, Instant since) {
        String content = digests.hex("body of " + body.sender(), body.bytes());
        return event == null
                ? new IdempotencyKey(content, "bodies of " + form, content, since)
                : new IdempotencyKey(digests.hex("idempotency key", event), "form " + form, content, null);
    }

    /** The key of an API input. Its scope is the form, shared by all callers; without a form, the caller. */
    public static IdempotencyKey of(Digests digests, String caller, SubmitFormInput input) {
        String key = input.idempotencyKey();
        return new IdempotencyKey(
                key == null ? null : digests.hex("idempotency key", key),
                input.form() == null ? caller : "form " + input.form(),
                digests.hex("input", JournalJson.write(input.essence())),
                null);
    }
}
