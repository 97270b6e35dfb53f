package ghl.gateway.submission.journal;

import java.time.Instant;

/**
 * Identifies repeats of a submission.
 *
 * @param digest keyed digest of the caller's key; null if the caller gave none
 * @param scope the caller or form that the key belongs to
 * @param inputDigest keyed digest of the input: another input with the same key is rejected
 * @param since earlier uses of the key do not count; null if all do
 */
public record IdempotencyKey(String digest, String scope, String inputDigest, Instant since) {}
