package ghl.gateway.submission.journal;

import ghl.gateway.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** This process's heartbeats. With several gateways, each also goes on from the database's clock if its own stood still. */
@ApplicationScoped
public class JournalHeart {

    private final Database database;
    private final JournalClock clock;
    private Instant last;

    JournalHeart(Database database, JournalClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false if the journal is older than this process's last heartbeat: then nothing is written */
    public synchronized boolean beat() {
        if (database.isShared()) {
            clock.catchUp(database.read(HeartbeatStore::databaseTime));
        }
        Instant now = clock.steady();
        boolean isSame = database.write(transaction -> HeartbeatStore.beat(transaction, now, last));
        last = isSame ? now : last;
        return isSame;
    }

    /** The next heartbeat is the first one on another journal. */
    public synchronized void forget() {
        last = null;
    }
}
