/**
 * Turns forms into contacts, tasks, notes and tags in the CRM. {@link ghl.gateway.submission.Submissions} is the entry point.
 *
 * <p>Life of a submission: {@code input} (as received) → {@code accept} (mapped, checked by {@code check} into a plan of steps,
 * and stored in the {@code journal}) → {@code delivery} (one call to the CRM per {@code step}) → {@code receipt}. {@code
 * operator} retries, resolves, approves, discards and erases. Plain blocking code on worker threads; {@link
 * ghl.gateway.submission.step.BlockingCalls} is the one place where it waits for the reactive client.
 */
package ghl.gateway.submission;
