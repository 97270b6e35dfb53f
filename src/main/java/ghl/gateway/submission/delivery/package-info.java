/**
 * Brings what was accepted into the CRM, however often the process is killed, the CRM fails, or another gateway takes
 * over. Plain blocking code on db-scheduler's threads.
 *
 * <p>One pass over one submission: {@code SubmissionClaim} (is it its turn? then it is ours, under a new epoch and for a lease) →
 * {@code DeliveryAttempt} (steps in order: commit the intent, call, commit the result together with the next intent) → {@code SubmissionOutcome}
 * (done, waiting, parked) → those who waited for it are woken, in the transaction that ends the pass. A creating step whose
 * answer was lost waits until the CRM has come to rest, and is looked for by its marker before it is tried again; {@code
 * LookBack} looks once more later. The journal is the truth: db-scheduler's rows only wake.
 */
package ghl.gateway.submission.delivery;
