package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Erases the content of submissions after the retention period. Parked ones are kept until a person acts. */
@ApplicationScoped
class SubmissionCleaner {

    private static final int BATCH = 500;

    private static final List<SubmissionStatus> EXPIRING =
            List.of(SubmissionStatus.DONE, SubmissionStatus.DISCARDED, SubmissionStatus.QUARANTINED);

    private final Database database;
    private final SubmissionStore submissions;
    private final SubmissionConfig config;
    private final Clock clock;

    SubmissionCleaner(Database database, SubmissionStore submissions, SubmissionConfig config, Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.config = config;
        this.clock = clock;
    }

    void clean() {
        Instant before = clock.instant().minus(config.retention());
        for (SubmissionStatus status : EXPIRING) {
            List<String> expired =
                    database.read(transaction -> submissions.expired(transaction, status, before, BATCH));
            expired.forEach(id -> database.write(transaction -> {
                submissions
                        .find(transaction, id)
                        .ifPresent(submission -> submissions.erase(transaction, submission, clock.instant()));
                return null;
            }));
            if (!expired.isEmpty()) {
                database.scrub();
            }
        }
    }
}
