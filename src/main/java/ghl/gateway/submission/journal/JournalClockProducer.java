package ghl.gateway.submission.journal;

import ghl.gateway.storage.Database;
import ghl.gateway.time.Steady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

@ApplicationScoped
class JournalClockProducer {

    /** Starts at the machine's time, or the database's if several gateways share it, but never before the last heartbeat. */
    @Produces
    @Singleton
    JournalClock clock(Database database, @Steady Clock steady, Clock machine) {
        JournalClock clock = new JournalClock(steady, machine);
        Instant now = database.isShared() ? database.read(HeartbeatStore::databaseTime) : machine.instant();
        clock.startAt(database.read(HeartbeatStore::lastUse)
                .filter(beaten -> beaten.isAfter(now))
                .orElse(now));
        return clock;
    }
}
