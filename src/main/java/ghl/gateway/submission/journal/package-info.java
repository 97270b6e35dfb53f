/**
 * What is on the disk of every submission: its plan, how far each step is, whose turn it is, who meddled. Rows in, records
 * out; all SQL of {@code submission} is in the stores here, and each of their methods takes part in the caller's
 * transaction. What is personal is sealed, or kept as a keyed digest.
 */
package ghl.gateway.submission.journal;
