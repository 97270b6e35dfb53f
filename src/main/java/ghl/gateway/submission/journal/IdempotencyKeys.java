package ghl.gateway.submission.journal;

import ghl.gateway.submission.input.SubmitFormInput;
import java.time.Instant;

/** Digests of idempotency keys and of the inputs that they stand for. */
public final class IdempotencyKeys {

    private final Digests digests;

    IdempotencyKeys(Digests digests) {
        this.digests = digests;
    }

    /**
     * The key of what an intake received: only its answers make it a repeat, for where it was filled in may read otherwise
     * the second time.
     *
     * @param since for inputs without a key of their own: the same answers before count as others
     */
    public IdempotencyKey ofAnswers(SubmitFormInput input, Instant since) {
        String answers = digests.hex("answers", JournalJson.write(input.answers()));
        String key = input.idempotencyKey();
        return key == null
                ? new IdempotencyKey(answers, "answers of " + input.form(), answers, since)
                : new IdempotencyKey(digests.hex("idempotency key", key), "form " + input.form(), answers, null);
    }

    /** Keys of one form are its own, whoever submits it; others are their caller's. */
    public IdempotencyKey of(String caller, SubmitFormInput input) {
        String key = input.idempotencyKey();
        return new IdempotencyKey(
                key == null ? null : digests.hex("idempotency key", key),
                input.form() == null ? caller : "form " + input.form(),
                digests.hex("input", JournalJson.write(input.essence())),
                null);
    }
}
