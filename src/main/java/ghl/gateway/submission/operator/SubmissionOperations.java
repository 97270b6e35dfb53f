package ghl.gateway.submission.operator;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.audit.AuditStore.Entry;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.Receipts;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.Actor;
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
 * Operators' actions on submissions. Each change adds an audit entry in the same transaction. Methods throw {@link
 * NoSuchSubmissionException}, and {@link NotPossibleException} if the submission's state does not allow the action. Blocks.
 */
@ApplicationScoped
public class SubmissionOperations {

    private final Database database;
    private final SubmissionStore submissions;
    private final SubmissionListStore lists;
    private final AuditStore audit;
    private final CallPlanner planner;
    private final OperatorActions actions;
    private final DeliverySchedule schedule;
    private final SubmissionWatch watch;
    private final Clock clock;

    SubmissionOperations(
            Database database,
            SubmissionStore submissions,
            SubmissionListStore lists,
            AuditStore audit,
            CallPlanner planner,
            OperatorActions actions,
            DeliverySchedule schedule,
            SubmissionWatch watch,
            Clock clock) {
        this.database = database;
        this.submissions = submissions;
        this.lists = lists;
        this.audit = audit;
        this.planner = planner;
        this.actions = actions;
        this.schedule = schedule;
        this.watch = watch;
        this.clock = clock;
    }

    /** Retries the unfinished steps of a waiting or parked submission now. Done steps are never repeated. */
    public Submission retry(Actor by, String id) {
        return change(by, "retry", id, (transaction, found, now) -> {
            actions.retry(transaction, found, now);
            return "was " + found.state().status();
        });
    }

    /**
     * Retries all submissions stalled for one cause, oldest first: the first one now, each next one a spacing later.
     *
     * @return number of submissions retried
     */
    public int retryAll(Actor by, BulkRetry request) {
        Instant start = clock.instant();
        List<String> stalled = database.read(transaction ->
                lists.stalled(transaction, by.locations(), request.cause(), request.since(), start, request.most()));
        int retried = 0;
        for (String id : stalled) {
            Instant at = start.plus(request.spacing().multipliedBy(retried));
            Optional<JournaledSubmission> now = database.write(transaction -> retry(transaction, by, id, request, at));
            now.ifPresent(watch::changed);
            retried += now.isPresent() ? 1 : 0;
        }
        schedule.poll();
        return retried;
    }

    /** Resolves a step whose answer was lost, and continues with the others. */
    public Submission resolve(Actor by, String id, int step, StepResolution resolution) {
        return change(by, "resolve", id, (transaction, found, now) -> {
            actions.resolve(transaction, found, step, resolution, now);
            return "step " + step + (resolution.done() ? " done" : " not done");
        });
    }

    /**
     * All calls to the CRM that the submission makes, with their bodies, for review before approval. Personal data: adds an audit
     * entry, too.
     */
    public List<PlannedCall> calls(Actor by, String id) {
        return database.write(transaction -> {
            JournaledSubmission found = findWithin(transaction, by, id);
            if (found.plan() == null) {
                throw new NotPossibleException("The submission's content was erased");
            }
            audit.add(transaction, new Entry(clock.instant(), by.actor(), "look", id, null));
            return planner.plan(found.plan());
        });
    }

    /** Delivers a submission that waits for approval or is quarantined. */
    public Submission approve(Actor by, String id) {
        return change(by, "approve", id, (transaction, found, now) -> {
            actions.approve(transaction, found, now);
            return "was " + found.state().status();
        });
    }

    /** Ends the delivery. Submissions that waited for this one continue. */
    public Submission discard(Actor by, String id) {
        return change(by, "discard", id, (transaction, found, now) -> {
            actions.discard(transaction, found, now);
            return "was " + found.state().status();
        });
    }

    /** Audit entries about a submission, oldest first. */
    public List<Entry> audit(Actor by, String id) {
        return database.read(transaction -> {
            findWithin(transaction, by, id);
            return audit.of(transaction, id);
        });
    }

    private interface Change {
        /** @return detail of the audit entry, without personal data */
        String make(Transaction transaction, JournaledSubmission found, Instant now);
    }

    private Submission change(Actor by, String action, String id, Change change) {
        JournaledSubmission changed = database.write(transaction -> {
            Instant now = clock.instant();
            String detail = change.make(transaction, locked(transaction, by, id), now);
            audit.add(transaction, new Entry(now, by.actor(), action, id, detail));
            return submissions.find(transaction, id).orElseThrow();
        });
        schedule.poll();
        watch.changed(changed);
        return Receipts.receipt(changed, false);
    }

    /** Serialises with the worker that runs it. */
    private JournaledSubmission locked(Transaction transaction, Actor by, String id) {
        submissions.lock(transaction, id);
        return findWithin(transaction, by, id);
    }

    /** Submissions of other locations are treated as missing. */
    private JournaledSubmission findWithin(Transaction transaction, Actor by, String id) {
        return submissions
                .find(transaction, id)
                .filter(found -> by.locations().contains(found.locationId()))
                .orElseThrow(NoSuchSubmissionException::new);
    }

    private Optional<JournaledSubmission> retry(
            Transaction transaction, Actor by, String id, BulkRetry request, Instant at) {
        JournaledSubmission found = locked(transaction, by, id);
        if (!request.cause().matches(found.state()) || found.plan() == null) {
            return Optional.empty();
        }
        JournaledSubmission retried = actions.retry(transaction, found, at);
        String cause = String.valueOf(
                request.cause().reason() == null
                        ? request.cause().waitingFor()
                        : request.cause().reason());
        audit.add(transaction, new Entry(clock.instant(), by.actor(), "retry", id, "all of " + cause));
        return Optional.of(retried);
    }
}
