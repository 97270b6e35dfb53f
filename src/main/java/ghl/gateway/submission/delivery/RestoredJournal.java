package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.HeartbeatStore;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.RestoredJournalStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds out by itself whether the journal may come from a backup: if it was not in use for some time. */
@ApplicationScoped
class RestoredJournal {

    private static final Logger LOG = Logger.getLogger(RestoredJournal.class);

    private final Database database;
    private final SubmissionConfig config;
    private final JournalClock clock;

    RestoredJournal(Database database, SubmissionConfig config, JournalClock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Before anything is accepted: that would look like use. */
    void checkAtStart(@Observes StartupEvent start) {
        Optional<Instant> lastUse = database.read(HeartbeatStore::lastUse);
        lastUse.filter(used -> Duration.between(used, clock.steady()).compareTo(config.behindAfter()) > 0)
                .ifPresent(used -> mark(used, "was last in use " + used));
    }

    /** A gateway is running, and its journal is now an older one. */
    void replacedWhileRunning() {
        database.read(HeartbeatStore::lastUse)
                .ifPresent(used -> mark(used, "was replaced by an older one, which was last in use " + used));
    }

    private void mark(Instant lastUse, String how) {
        int unfinished = database.write(transaction -> RestoredJournalStore.mark(transaction, lastUse));
        if (unfinished > 0) {
            LOG.warnf(
                    "The journal %s, so it may be a restored backup: %d unfinished submissions are compared with the CRM before"
                            + " they continue",
                    how, unfinished);
        }
    }
}
