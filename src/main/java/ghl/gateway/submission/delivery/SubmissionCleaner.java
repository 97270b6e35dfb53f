package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.OrderingKeyStore;
import ghl.gateway.submission.journal.QuarantineStore;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Erases the content of submissions after the retention period. Parked ones are kept until a person acts. Quarantined ones
 * are deleted, or their rows, which anyone can cause, would grow forever.
 */
@ApplicationScoped
class SubmissionCleaner {

    private static final Logger LOG = Logger.getLogger(SubmissionCleaner.class);
    private static final int BATCH = 500;

    private static final List<SubmissionStatus> EXPIRING = List.of(SubmissionStatus.DONE, SubmissionStatus.DISCARDED);

    private final Database database;
    private final SubmissionStore submissions;
    private final OrderingKeyStore orderingKeys;
    private final QuarantineStore quarantine;
    private final SubmissionConfig config;
    private final Clock clock;

    SubmissionCleaner(
            Database database,
            SubmissionStore submissions,
            OrderingKeyStore orderingKeys,
            QuarantineStore quarantine,
            SubmissionConfig config,
            Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.orderingKeys = orderingKeys;
        this.quarantine = quarantine;
        this.config = config;
        this.clock = clock;
    }

    void clean() {
        EXPIRING.forEach(status -> clean(status, config.retention(), this::erase));
        Duration quarantined = Collections.min(List.of(config.quarantine().retention(), config.retention()));
        int deleted = clean(SubmissionStatus.QUARANTINED, quarantined, this::delete);
        if (deleted > 0) {
            LOG.infof(
                    "%d quarantined submissions were deleted: no operator approved them within %s",
                    deleted, quarantined);
        }
    }

    private int clean(
            SubmissionStatus status, Duration retention, BiConsumer<Transaction, JournaledSubmission> removal) {
        Instant before = clock.instant().minus(retention);
        List<String> expired = database.read(transaction -> submissions.expired(transaction, status, before, BATCH));
        for (String id : expired) {
            database.write(transaction -> {
                submissions
                        .findLocked(transaction, id)
                        .filter(found -> found.state().status() == status && found.plan() != null)
                        .ifPresent(found -> removal.accept(transaction, found));
                return null;
            });
        }
        if (!expired.isEmpty()) {
            database.scrub();
        }
        return expired.size();
    }

    private void erase(Transaction transaction, JournaledSubmission submission) {
        submissions.erase(transaction, submission, clock.instant());
    }

    private void delete(Transaction transaction, JournaledSubmission submission) {
        quarantine.remove(transaction, submission.form(), submission.id());
        orderingKeys.remove(transaction, submission.id());
        submissions.delete(transaction, submission.id());
    }
}
