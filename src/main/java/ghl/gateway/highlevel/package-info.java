/**
 * Everything that knows the vendor's HTTP. {@link ghl.gateway.highlevel.HighLevel} is the way in: contact records in and
 * out, {@link ghl.gateway.highlevel.call.UpstreamException} on failure. Nobody else calls the API or sees its JSON, which
 * stays in {@code wire}.
 *
 * <p>Behind it {@code SharedReads} asks once for all who want the same and forgets with every write. Behind that the {@code
 * …Calls} classes, one per kind of record, say which operation serves; {@code CrmCaller} makes it when the location's {@code
 * budget} lets it and within its time limit; {@code FailureTranslator} alone says what a failure means. Only reads are tried twice
 * here: one that the CRM refused with a 429 waits for its turn again, and {@code ReadRetries} sends again what failed on
 * the way. Whoever writes knows whether a repeat is safe, and a {@link ghl.gateway.highlevel.call.CallDeadline} repeats its reads
 * with its writes.
 *
 * <p>Tasks are the only lists that the CRM gives for many contacts at once: {@code TaskBatchLoader} asks for those that are
 * wanted at the same time in one search, as long as {@code SandboxTaskSearch} can trust the answer.
 */
package ghl.gateway.highlevel;
