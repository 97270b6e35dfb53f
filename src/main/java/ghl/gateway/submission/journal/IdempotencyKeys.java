package ghl.gateway.submission.journal;

import ghl.gateway.submission.input.SubmitFormInput;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Digests of idempotency keys and of the inputs they stand for. */
@Singleton
public class IdempotencyKeys {

    private final Digests digests;

    IdempotencyKeys(Digests digests) {
        this.digests = digests;
    }

    /**
     * The key of what an intake received. Only the answers count: the page and its parameters may differ when a form is sent
     * again.
     *
     * @param since for inputs without a key: the same answers before this time are another submission
     */
    public IdempotencyKey ofAnswers(SubmitFormInput input, Instant since) {
        String answers = digests.hex("answers", JournalJson.write(input.answers()));
        String key = input.idempotencyKey();
        return key == null
                ? new IdempotencyKey(answers, "answers of " + input.form(), answers, since)
                : new IdempotencyKey(digests.hex("idempotency key", key), "form " + input.form(), answers, null);
    }

    /** The key of an API input. Its scope is the form, for all callers; without a form it is the caller. */
    public IdempotencyKey of(String caller, SubmitFormInput input) {
        String key = input.idempotencyKey();
        return new IdempotencyKey(
                key == null ? null : digests.hex("idempotency key", key),
                input.form() == null ? caller : "form " + input.form(),
                digests.hex("input", JournalJson.write(input.essence())),
                null);
    }
}
