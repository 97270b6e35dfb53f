package ghl.gateway.submission.journal;

import java.time.Instant;

/**
 * A moment, by two clocks.
 *
 * @param date by the machine's clock, for what people see; may step
 * @param steady in the journal's time, for due times, leases and waits; never steps
 */
public record JournalTime(Instant date, Instant steady) {}
