package ghl.gateway.submission.journal;

import java.time.Instant;

/**
 * What makes a repeat of a submission a repeat.
 *
 * @param digest keyed digest of the caller's key; null when there is none
 * @param scope whose key it is
 * @param inputDigest keyed digest of what was asked for: another input with the same key is refused
 * @param since an earlier use than this does not count; null: every one does
 */
public record IdempotencyKey(String digest, String scope, String inputDigest, Instant since) {}
