/**
 * How many calls a location may still make, and who makes the next one. Owns the rate limits and the queue; knows
 * neither HTTP nor the vendor's records and imports only {@code contact} and {@code async}. {@code RateLimitState}
 * counts calls, {@code CallQueue} orders waiters, {@code LocationBudget} grants permits. Nothing polls.
 *
 * <p>Decisions: writes go before reads, except for a few reads in each window; background refreshes go after all other
 * reads. Within a kind, callers take turns, a few calls each, and so do a caller's requests ({@code FairQueue}). A
 * large request's reads are reserved before its first call, so that a request that would not get all of them is refused
 * before it spends any. Other clients may use the same limits: after a start, a gap or a 429 one call goes alone as a
 * probe, and the others wait for what its answer reports.
 */
package ghl.gateway.highlevel.budget;
