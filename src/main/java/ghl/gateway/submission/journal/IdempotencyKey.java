package ghl.gateway.submission.journal;

/**
 * What makes a repeat of a submission a repeat.
 *
 * @param digest keyed digest of the caller's key; null when there is none
 * @param scope whose key it is
 * @param inputDigest keyed digest of what was asked for: another input with the same key is refused
 */
public record IdempotencyKey(String digest, String scope, String inputDigest) {}
