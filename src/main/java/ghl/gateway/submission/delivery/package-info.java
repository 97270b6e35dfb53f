/**
 * Delivers accepted submissions to the CRM and survives killed processes, outages of the CRM and takeovers by another
 * gateway. Plain blocking code on db-scheduler's threads.
 *
 * <p>One attempt: {@code SubmissionClaim} (checks that it is the submission's turn and takes it under a new epoch and a lease) →
 * {@code DeliveryAttempt} and {@code StepRunner} (steps in order: commit the intent, call, commit the result together with the
 * next intent) → {@code SubmissionOutcome} (done, waiting or parked). The transaction that ends the attempt wakes the
 * submissions that waited for this one.
 *
 * <p>When the answer to a creating call is lost, the step waits for a quiet period and then probes for its effect by the
 * marker before it calls again; {@code LateEffectCheck} checks once more later. The journal is authoritative:
 * db-scheduler's tasks only wake workers, and {@code SubmissionRescuer} restores missing ones. {@code SubmissionCleaner}
 * erases expired content.
 */
package ghl.gateway.submission.delivery;
