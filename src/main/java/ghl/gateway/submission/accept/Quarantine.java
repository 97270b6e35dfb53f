package ghl.gateway.submission.accept;

import ghl.gateway.log.LogPause;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.delivery.SubmissionConfig;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.QuarantineStore;
import ghl.gateway.time.Steady;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Limits how much each form sets aside until a person acts: probable spam, because anyone can send it, and what could not be
 * read, because it is as large as its sender likes.
 */
@ApplicationScoped
public class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    private static final Duration LOG_INTERVAL = Duration.ofHours(1);

    private static final int NEARLY_FULL_PERCENT = 90;

    private final Database database;
    private final QuarantineStore store;
    private final long limit;
    private final LogPause pause;

    Quarantine(Database database, QuarantineStore store, SubmissionConfig config, @Steady Clock clock) {
        this.database = database;
        this.store = store;
        this.limit = config.quarantine().size();
        this.pause = new LogPause(clock, LOG_INTERVAL);
    }

    /**
     * Refuses early, before a form is mapped and sealed.
     *
     * @throws QuarantineFullException if it certainly has no room
     */
    void requireRoom(String form) {
        if (bytes(form) >= limit) {
            throw full(form);
        }
    }

    /** @throws QuarantineFullException if the stored submission has no room: its transaction must be rolled back */
    void add(Transaction transaction, JournaledSubmission stored) {
        if (!store.add(transaction, stored.form(), stored.id(), limit)) {
            throw full(stored.form());
        }
    }

    /** A sentence for operators if the form's quarantine is full, or nearly. */
    public Optional<String> warning(String form) {
        long percent = bytes(form) * 100 / limit;
        return percent < NEARLY_FULL_PERCENT
                ? Optional.empty()
                : Optional.of(
                        "its quarantine is " + percent + " % full (SUBMISSION_QUARANTINE_SIZE). Approve or discard"
                                + " quarantined submissions, and retry or discard unreadable ones; further ones that do"
                                + " not fit are refused");
    }

    private long bytes(String form) {
        return database.read(transaction -> store.bytes(transaction, form));
    }

    private QuarantineFullException full(String form) {
        if (pause.isOver(form)) {
            LOG.warnf(
                    "The quarantine of form %s is full (SUBMISSION_QUARANTINE_SIZE, %d bytes): further probable spam is refused"
                            + " with HTTP 429, and what cannot be read with 503. Approve or discard quarantined"
                            + " submissions, and retry or discard unreadable ones",
                    form, limit);
        }
        return new QuarantineFullException(form);
    }
}
