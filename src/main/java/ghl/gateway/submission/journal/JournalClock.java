package ghl.gateway.submission.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of the journal: due times, leases and waits are in it, and it never steps. Within a process it goes on by a steady
 * clock; from one process to the next by the last heartbeat, or, with several gateways, by the database's clock.
 */
public final class JournalClock {

    private final Clock steady;
    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;

    /** @param machine the machine's clock, for dates */
    public JournalClock(Clock steady, Clock machine) {
        this.steady = steady;
        this.machine = machine;
    }

    public JournalTime now() {
        return new JournalTime(date(), steady());
    }

    public Instant steady() {
        return steady.instant().plus(ahead);
    }

    /** The machine's clock. */
    public Clock machine() {
        return machine;
    }

    public Instant date() {
        return machine.instant();
    }

    /** Starts at another time than the machine's. */
    void startAt(Instant time) {
        ahead = Duration.between(steady.instant(), time);
    }

    /** Goes on from a later time: this process stood still while others went on. */
    synchronized void catchUp(Instant time) {
        Instant now = steady();
        if (time.isAfter(now)) {
            ahead = ahead.plus(Duration.between(now, time));
        }
    }
}
