package ghl.gateway.submission.journal;

import ghl.gateway.submission.input.SubmitFormInput;

/** Digests of idempotency keys and of the inputs that they stand for. */
public final class IdempotencyKeys {

    private final Digests digests;

    IdempotencyKeys(Digests digests) {
        this.digests = digests;
    }

    /** Keys of one form are its own; others are the location's, until callers have names. */
    public IdempotencyKey of(SubmitFormInput input) {
        String key = input.idempotencyKey();
        return new IdempotencyKey(
                key == null ? null : digests.hex("idempotency key", key),
                input.form() == null ? "" : "form " + input.form(),
                digests.hex("input", JournalJson.write(input.essence())));
    }
}
