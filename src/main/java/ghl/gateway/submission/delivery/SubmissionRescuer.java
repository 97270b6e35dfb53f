package ghl.gateway.submission.delivery;

import ghl.gateway.failpoint.Failpoints;
import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.SubmissionStore.Unscheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Schedules submissions that have a next attempt but no task that would wake a worker. */
@ApplicationScoped
class SubmissionRescuer {

    private static final int PAGE = 500;

    private final Database database;
    private final SubmissionStore submissions;
    private final DeliverySchedule schedule;

    SubmissionRescuer(Database database, SubmissionStore submissions, DeliverySchedule schedule) {
        this.database = database;
        this.submissions = submissions;
        this.schedule = schedule;
    }

    void rescue() {
        Failpoints.pass("sweeper");
        String after = "";
        while (after != null) {
            after = rescuePage(after);
        }
    }

    /** @return the last id of the page; null if it was the last page */
    private String rescuePage(String after) {
        List<Unscheduled> page = database.read(transaction -> submissions.unscheduled(transaction, after, PAGE));
        if (!page.isEmpty()) {
            database.write(transaction -> {
                page.forEach(submission -> schedule.add(submission.id(), submission.at()));
                return null;
            });
        }
        return page.size() == PAGE ? page.get(PAGE - 1).id() : null;
    }
}
