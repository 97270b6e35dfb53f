package ghl.gateway.submission.delivery;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.SubmissionStore.Wakeup;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Puts right what nobody else would: submissions that nobody will wake, and content that has been kept long enough. */
@ApplicationScoped
class SubmissionRescuer {

    private static final int PAGE = 500;

    /** How those are whose content nobody needs any more. */
    private static final List<SubmissionStatus> SETTLED =
            List.of(SubmissionStatus.DONE, SubmissionStatus.DISCARDED, SubmissionStatus.QUARANTINED);

    private final Database database;
    private final SubmissionStore submissions;
    private final DeliverySchedule wakeups;
    private final Milestones milestones;
    private final SubmissionConfig config;
    private final Clock clock;

    SubmissionRescuer(
            Database database,
            SubmissionStore submissions,
            DeliverySchedule wakeups,
            Milestones milestones,
            SubmissionConfig config,
            Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.wakeups = wakeups;
        this.milestones = milestones;
        this.config = config;
        this.clock = clock;
    }

    void sweep() {
        milestones.pass("sweeper");
        wakeTheForgotten();
        emptyTheOld();
    }

    private void wakeTheForgotten() {
        String after = "";
        List<Wakeup> page;
        do {
            String from = after;
            page = database.read(transaction -> submissions.forgotten(transaction, from, PAGE));
            List<Wakeup> forgotten = page;
            if (!page.isEmpty()) {
                database.write(transaction -> {
                    forgotten.forEach(wakeup -> wakeups.add(wakeup.id(), wakeup.at()));
                    return null;
                });
                after = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
    }

    private void emptyTheOld() {
        Instant before = clock.instant().minus(config.retention());
        for (SubmissionStatus status : SETTLED) {
            List<String> ripe = database.read(transaction -> submissions.ripe(transaction, status, before, PAGE));
            ripe.forEach(id -> database.write(transaction -> {
                submissions
                        .find(transaction, id)
                        .ifPresent(submission -> submissions.empty(transaction, submission, clock.instant()));
                return null;
            }));
            if (!ripe.isEmpty()) {
                database.scrub();
            }
        }
    }
}
