package ghl.gateway.submission.operator;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.Receipts;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.journal.AuditStore;
import ghl.gateway.submission.journal.AuditStore.Entry;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.list.SubmissionListStore;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.step.CallPlanner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What operators do to submissions. Each change leaves a row in the audit, in the same transaction; what changes nothing
 * leaves none. Methods throw {@link NoSuchSubmissionException}, and {@link NotPossibleException} where things stand
 * otherwise. Blocks.
 */
@ApplicationScoped
public class SubmissionOperations {

    private final Database database;
    private final SubmissionStore submissions;
    private final SubmissionListStore lists;
    private final AuditStore audit;
    private final CallPlanner planner;
    private final OperatorActions interventions;
    private final DeliverySchedule wakeups;
    private final SubmissionWatch watch;
    private final Clock clock;

    SubmissionOperations(
            Database database,
            SubmissionStore submissions,
            SubmissionListStore lists,
            AuditStore audit,
            CallPlanner planner,
            OperatorActions interventions,
            DeliverySchedule wakeups,
            SubmissionWatch watch,
            Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.lists = lists;
        this.audit = audit;
        this.planner = planner;
        this.interventions = interventions;
        this.wakeups = wakeups;
        this.watch = watch;
        this.clock = clock;
    }

    /** Tries again, now, what is unfinished of a waiting or parked submission. What is done is never done again. */
    public Submission retry(Actor by, String id) {
        return change(by, "retry", id, (transaction, found, now) -> {
            interventions.retry(transaction, found, now);
            return "was " + found.progress().status();
        });
    }

    /**
     * Tries again what stands still for one cause, the oldest first: the first one now, each next one a spacing later.
     *
     * @return how many were set going
     */
    public int retryAll(Actor by, BulkRetry order) {
        Instant start = clock.instant();
        List<String> stuck = database.read(transaction ->
                lists.stuck(transaction, by.locations(), order.cause(), order.since(), start, order.most()));
        int retried = 0;
        for (String id : stuck) {
            Instant at = start.plus(order.spacing().multipliedBy(retried));
            Optional<JournaledSubmission> now = database.write(transaction -> retry(transaction, by, id, order, at));
            now.ifPresent(watch::changed);
            retried += now.isPresent() ? 1 : 0;
        }
        wakeups.check();
        return retried;
    }

    /** A person has found out what became of a step whose answer was lost; the rest goes on. */
    public Submission resolve(Actor by, String id, int step, StepResolution decision) {
        return change(by, "resolve", id, (transaction, found, now) -> {
            interventions.resolve(transaction, found, step, decision, now);
            return "step " + step + (decision.done() ? " done" : " not done");
        });
    }

    /**
     * Every call to the CRM that it comes down to, with what it writes there: what a person looks at before approving. A
     * look leaves a row in the audit too.
     */
    public List<PlannedCall> calls(Actor by, String id) {
        return database.write(transaction -> {
            JournaledSubmission found = within(transaction, by, id);
            if (found.plan() == null) {
                throw new NotPossibleException("Its content was erased");
            }
            audit.add(transaction, new Entry(clock.instant(), by.actor(), "look", id, null));
            return planner.plan(found.plan());
        });
    }

    /** Delivers what was kept aside until a person has looked at it: an erasure, or what was taken for spam. */
    public Submission approve(Actor by, String id) {
        return change(by, "approve", id, (transaction, found, now) -> {
            interventions.approve(transaction, found, now);
            return "was " + found.progress().status();
        });
    }

    /** Gives up what is not done of it. Those who waited for it go on. */
    public Submission discard(Actor by, String id) {
        return change(by, "discard", id, (transaction, found, now) -> {
            interventions.discard(transaction, found, now);
            return "was " + found.progress().status();
        });
    }

    /** What operators did to a submission, oldest first. */
    public List<Entry> audit(Actor by, String id) {
        return database.read(transaction -> {
            within(transaction, by, id);
            return audit.of(transaction, id);
        });
    }

    private interface Change {
        /** @return what the audit says of it; nothing personal */
        String make(Transaction transaction, JournaledSubmission found, Instant now);
    }

    private Submission change(Actor by, String action, String id, Change change) {
        JournaledSubmission changed = database.write(transaction -> {
            Instant now = clock.instant();
            String detail = change.make(transaction, locked(transaction, by, id), now);
            audit.add(transaction, new Entry(now, by.actor(), action, id, detail));
            return submissions.find(transaction, id).orElseThrow();
        });
        wakeups.check();
        watch.changed(changed);
        return Receipts.receipt(changed, false);
    }

    /** Whoever has it changes it before or after, and not at the same time. */
    private JournaledSubmission locked(Transaction transaction, Actor by, String id) {
        submissions.lock(transaction, id);
        return within(transaction, by, id);
    }

    /** What is out of reach is as if it were not there. */
    private JournaledSubmission within(Transaction transaction, Actor by, String id) {
        return submissions
                .find(transaction, id)
                .filter(found -> by.locations().contains(found.locationId()))
                .orElseThrow(NoSuchSubmissionException::new);
    }

    private Optional<JournaledSubmission> retry(
            Transaction transaction, Actor by, String id, BulkRetry order, Instant at) {
        JournaledSubmission found = locked(transaction, by, id);
        if (!order.cause().holds(found.progress()) || found.plan() == null) {
            return Optional.empty();
        }
        JournaledSubmission retried = interventions.retry(transaction, found, at);
        String cause = String.valueOf(
                order.cause().reason() == null
                        ? order.cause().waitingFor()
                        : order.cause().reason());
        audit.add(transaction, new Entry(clock.instant(), by.actor(), "retry", id, "all of " + cause));
        return Optional.of(retried);
    }
}
