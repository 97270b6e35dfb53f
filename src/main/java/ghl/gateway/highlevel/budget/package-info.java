/**
 * How many calls a location may still make, and who makes the next one. Knows neither HTTP nor the vendor's records: it is
 * told the headers of answers, and hands out turns. {@code RateLimitState} counts, {@code CallQueue} keeps the order, {@code
 * LocationBudget} lets the first go when it may; nothing polls.
 *
 * <p>Decided here: writes go ahead of reads but for a few in each window, and reads that somebody waits for ahead of
 * those that only renew what was served. Within a kind callers take turns, a few calls each, in the order in which they
 * came, and so do a caller's requests ({@code FairQueue}): whoever asks for much waits for the others with every few
 * calls. What a request is going to read is promised to it before its first call, so that those who would not get all of
 * theirs are refused while nothing is spent. Others may use the same limits: after a start, a gap or a 429 one call goes
 * alone, and what its answer says of the rest is believed before the others follow.
 */
package ghl.gateway.highlevel.budget;
