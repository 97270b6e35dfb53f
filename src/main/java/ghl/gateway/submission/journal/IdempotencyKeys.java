package ghl.gateway.submission.journal;

import ghl.gateway.submission.input.SubmitFormInput;

/** Digests of idempotency keys and of the inputs that they stand for. */
public final class IdempotencyKeys {

    private final Digests digests;

    IdempotencyKeys(Digests digests) {
        this.digests = digests;
    }

    /** Keys of one form are its own, whoever submits it; others are their caller's. */
    public IdempotencyKey of(String caller, SubmitFormInput input) {
        String key = input.idempotencyKey();
        return new IdempotencyKey(
                key == null ? null : digests.hex("idempotency key", key),
                input.form() == null ? caller : "form " + input.form(),
                digests.hex("input", JournalJson.write(input.essence())));
    }
}
