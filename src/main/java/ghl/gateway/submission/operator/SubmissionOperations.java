package ghl.gateway.submission.operator;

import ghl.gateway.audit.AuditStore;
import ghl.gateway.audit.AuditStore.Entry;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.Receipts;
import ghl.gateway.submission.accept.Acceptance.ReadForm;
import ghl.gateway.submission.delivery.DeliverySchedule;
import ghl.gateway.submission.delivery.SubmissionWatch;
import ghl.gateway.submission.input.Actor;
import ghl.gateway.submission.journal.JournalClock;
import ghl.gateway.submission.journal.JournalTime;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.ReceivedBody;
import ghl.gateway.submission.journal.ReceivedBodyStore;
import ghl.gateway.submission.journal.SubmissionStore;
import ghl.gateway.submission.journal.list.SubmissionListStore;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.PlannedCall;
import ghl.gateway.submission.receipt.Submission;
import ghl.gateway.submission.step.CallPlanner;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Rereading rereading;
    private final ReceivedBodyStore bodies;
    private final DeliverySchedule schedule;
    private final SubmissionWatch watch;
    private final JournalClock clock;

    SubmissionOperations(
            Database database,
            SubmissionStore submissions,
            SubmissionListStore lists,
            AuditStore audit,
            CallPlanner planner,
            OperatorActions actions,
            Rereading rereading,
            ReceivedBodyStore bodies,
            DeliverySchedule schedule,
            SubmissionWatch watch,
            JournalClock clock) {
        this.database = database;
        this.submissions = submissions;
        this.lists = lists;
        this.audit = audit;
        this.planner = planner;
        this.actions = actions;
        this.rereading = rereading;
        this.bodies = bodies;
        this.schedule = schedule;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Retries the unfinished steps of a waiting or parked submission now. Done steps are never repeated. A body that could
     * not be read is read again.
     */
    public Submission retry(Actor by, String id) {
        Optional<ReadForm> read = reread(by, id);
        return change(
                by,
                "retry",
                id,
                (transaction, found, now) -> retry(transaction, by, found, read.orElse(null), now.steady()));
    }

    private Optional<ReadForm> reread(Actor by, String id) {
        return rereading.read(within(by, database.read(transaction -> submissions.find(transaction, id))));
    }

    /** @param read what an unreadable submission says now; null for others */
    private JournaledSubmission retry(
            Transaction transaction, Actor by, JournaledSubmission found, ReadForm read, Instant at) {
        return found.state().isUnreadable() && found.plan() != null && read != null
                ? rereading.deliver(transaction, by, found, read, at)
                : actions.retry(transaction, found, at);
    }

    /**
     * Retries all submissions stalled for one cause, oldest first: the first one now, each next one a spacing later. Those
     * that still cannot be read are left out.
     *
     * @return number of submissions retried
     */
    public int retryAll(Actor by, BulkRetry request) {
        Instant start = clock.steady();
        List<String> stalled = database.read(transaction ->
                lists.stalled(transaction, by.locations(), request.cause(), request.since(), start, request.most()));
        int retried = 0;
        for (String id : stalled) {
            Instant at = start.plus(request.spacing().multipliedBy(retried));
            Optional<JournaledSubmission> now = retry(by, id, request, at);
            now.ifPresent(watch::changed);
            retried += now.isPresent() ? 1 : 0;
        }
        schedule.poll();
        return retried;
    }

    /** Resolves a step whose answer was lost, and continues with the others. */
    public Submission resolve(Actor by, String id, int step, StepResolution resolution) {
        String detail = "step " + step + (resolution.done() ? " done" : " not done");
        return change(
                by,
                "resolve",
                id,
                detail,
                (transaction, found, now) -> actions.resolve(transaction, found, step, resolution, now));
    }

    /**
     * All calls to the CRM that the submission makes, with their bodies, for review before approval. Personal data: adds an audit
     * entry, too.
     */
    public List<PlannedCall> calls(Actor by, String id) {
        return database.write(transaction -> {
            JournaledSubmission found = within(by, submissions.find(transaction, id));
            if (found.plan() == null) {
                throw new NotPossibleException("The submission's content was erased");
            }
            audit.add(transaction, new Entry(clock.date(), by.actor(), "look", id, null));
            return planner.plan(found.plan());
        });
    }

    /** @param receivedAt when it was accepted */
    public record Body(ReceivedBody received, Instant receivedAt) {}

    /** The body of a submission that could not be read. Personal data: adds an audit entry, too. */
    public Body body(Actor by, String id) {
        return database.write(transaction -> {
            JournaledSubmission found = within(by, submissions.find(transaction, id));
            ReceivedBody body = bodies.find(transaction, id)
                    .orElseThrow(() -> new NotPossibleException(
                            "It has no body: only that of a submission which could not be read is kept, until it is read"
                                    + " or erased"));
            audit.add(transaction, new Entry(clock.date(), by.actor(), "look", id, "body"));
            return new Body(body, found.createdAt());
        });
    }

    /** Delivers a submission that waits for approval or is quarantined. */
    public Submission approve(Actor by, String id) {
        return change(by, "approve", id, actions::approve);
    }

    /** Ends the delivery. Submissions that waited for this one continue. */
    public Submission discard(Actor by, String id) {
        return change(by, "discard", id, actions::discard);
    }

    /** Audit entries about a submission, oldest first. */
    public List<Entry> audit(Actor by, String id) {
        return database.read(transaction -> {
            within(by, submissions.find(transaction, id));
            return audit.of(transaction, id);
        });
    }

    private interface Action {
        void run(Transaction transaction, JournaledSubmission found, JournalTime now);
    }

    private Submission change(Actor by, String name, String id, Action action) {
        return change(by, name, id, null, action);
    }

    /** @param detail of the audit entry, without personal data; null for the status before */
    private Submission change(Actor by, String name, String id, String detail, Action action) {
        JournaledSubmission changed = database.write(transaction -> {
            JournalTime now = clock.now();
            JournaledSubmission found = within(by, submissions.findLocked(transaction, id));
            action.run(transaction, found, now);
            String entry = detail == null ? "was " + found.state().status() : detail;
            audit.add(transaction, new Entry(now.date(), by.actor(), name, id, entry));
            return submissions.find(transaction, id).orElseThrow();
        });
        schedule.poll();
        watch.changed(changed);
        return Receipts.receipt(changed, false);
    }

    /** Submissions of other locations are treated as missing. */
    private static JournaledSubmission within(Actor by, Optional<JournaledSubmission> found) {
        return found.filter(submission -> by.locations().contains(submission.locationId()))
                .orElseThrow(NoSuchSubmissionException::new);
    }

    private Optional<JournaledSubmission> retry(Actor by, String id, BulkRetry request, Instant at) {
        boolean isReading = request.cause().reason() == ParkReason.UNREADABLE;
        try {
            Optional<ReadForm> read = isReading ? reread(by, id) : Optional.empty();
            return database.write(transaction -> retry(transaction, by, id, request, read.orElse(null), at));
        } catch (NotPossibleException unreadable) {
            if (isReading) {
                return Optional.empty();
            }
            throw unreadable;
        }
    }

    private Optional<JournaledSubmission> retry(
            Transaction transaction, Actor by, String id, BulkRetry request, ReadForm read, Instant at) {
        JournaledSubmission found = within(by, submissions.findLocked(transaction, id));
        if (!request.cause().matches(found.state()) || found.plan() == null) {
            return Optional.empty();
        }
        JournaledSubmission retried = retry(transaction, by, found, read, at);
        String cause = String.valueOf(
                request.cause().reason() == null
                        ? request.cause().waitingFor()
                        : request.cause().reason());
        audit.add(transaction, new Entry(clock.date(), by.actor(), "retry", id, "all of " + cause));
        return Optional.of(retried);
    }
}
