/**
 * The persisted state of submissions: plan, steps, ordering keys, idempotency keys. All SQL of {@code submission} is in
 * the stores here; each of their methods takes part in the caller's transaction. Personal data is stored sealed, or as
 * a keyed digest.
 */
package ghl.gateway.submission.journal;
