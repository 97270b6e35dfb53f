package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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

    /** IDs that were logged. */
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

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
        clean(SubmissionStatus.QUARANTINED, quarantined, this::delete).stream()
                .collect(Collectors.groupingBy(form -> form, Collectors.counting()))
                .forEach((form, deleted) -> LOG.warnf(
                        "%d quarantined submissions of form %s were deleted: no operator approved them within %s",
                        deleted, form, quarantined));
    }

    /** Returns the form of each that was removed. */
    private List<String> clean(
            SubmissionStatus status, Duration retention, BiConsumer<Transaction, JournaledSubmission> removal) {
        Instant before = clock.instant().minus(retention);
        List<String> expired = database.read(transaction -> submissions.expired(transaction, status, before, BATCH));
        List<String> removed = expired.stream()
                .flatMap(id -> remove(id, status, removal).stream())
                .toList();
        if (!removed.isEmpty()) {
            database.scrub();
        }
        return removed;
    }

    /** Empty if it is no longer to be removed, or cannot be read: that must not keep the others. */
    private Optional<String> remove(
            String id, SubmissionStatus status, BiConsumer<Transaction, JournaledSubmission> removal) {
        try {
            return database.write(transaction -> {
                Optional<JournaledSubmission> found = submissions
                        .findLocked(transaction, id)
                        .filter(stored -> stored.state().status() == status && stored.plan() != null);
                found.ifPresent(stored -> removal.accept(transaction, stored));
                return found.map(stored -> String.valueOf(stored.form()));
            });
        } catch (StorageException | IllegalStateException unreadable) {
            if (failed.add(id)) {
                LOG.errorf(unreadable, "Submission %s cannot be removed after its retention", id);
            }
            return Optional.empty();
        }
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
