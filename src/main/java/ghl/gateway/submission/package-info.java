/**
 * A form becomes a contact, its tasks, notes and tags, exactly as far as it got. {@link
 * ghl.gateway.submission.Submissions} is the way in.
 *
 * <p>The way of a submission: {@code input} (as it came) → {@code check} (everything wrong with it at once, or a plan of
 * steps) → {@code step} (one call to the CRM each) → {@code receipt} (what became of it). Plain blocking code on a worker
 * thread; {@link ghl.gateway.submission.step.BlockingCalls} is the one place where it waits for the reactive client.
 */
package ghl.gateway.submission;
