package ghl.gateway.intake.statistics;

import java.time.Instant;

/**
 * Whether a source sends an e-mail address or a phone number.
 *
 * @param lastAt the last post that had one; null if none had
 * @param missed posts without one since then, in a row
 */
record Identification(Instant lastAt, long missed) {

    static final Identification NONE = new Identification(null, 0);

    private static final int MOST_MISSED = 5;

    Identification withFound(Instant now) {
        return new Identification(now, 0);
    }

    Identification withMissed() {
        return new Identification(lastAt, missed + 1);
    }

    /** What is known after posts that came later. */
    Identification then(Identification later) {
        return later.lastAt != null ? later : new Identification(lastAt, missed + later.missed);
    }

    /** A few posts may lack one: people leave out what is not required. Not so many in a row. */
    boolean isLost() {
        return missed >= MOST_MISSED;
    }
}
