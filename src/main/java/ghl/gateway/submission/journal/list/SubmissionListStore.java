package ghl.gateway.submission.journal.list;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.input.SubmissionFilter;
import ghl.gateway.submission.journal.JournaledStep;
import ghl.gateway.submission.journal.JournaledSubmission;
import ghl.gateway.submission.journal.StepStore;
import ghl.gateway.submission.journal.SubmissionRows;
import ghl.gateway.submission.journal.SubmissionState;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds submissions for operators. Reads only. */
@ApplicationScoped
public class SubmissionListStore {

    private final SubmissionRows rows;
    private final StepStore steps;

    SubmissionListStore(SubmissionRows rows, StepStore steps) {
        this.rows = rows;
        this.steps = steps;
    }

    /** Which submissions to find. @param person the one that the filter names; null if it names none */
    public record Criteria(LocationScope within, SubmissionFilter filter, PersonKey person) {}

    /** A place in the list, newest first. */
    public record Place(Instant createdAt, String id) {}

    /** The reason for which submissions wait or are parked. The other component is null. */
    public record StallCause(WaitReason waitingFor, ParkReason reason) {

        SubmissionStatus status() {
            return reason == null ? SubmissionStatus.WAITING : SubmissionStatus.PARKED;
        }

        /** Whether a submission is stalled for this cause. */
        public boolean matches(SubmissionState state) {
            return state.status() == status() && state.waitingFor() == waitingFor && state.reason() == reason;
        }
    }

    /** Newest first. @param after null for the first page */
    public List<JournaledSubmission> list(Transaction transaction, Criteria criteria, Place after, int most) {
        SqlConditions conditions = SqlConditions.of(criteria);
        if (after != null) {
            conditions.where(
                    "(created_at < ? OR (created_at = ? AND id < ?))",
                    after.createdAt(),
                    after.createdAt(),
                    after.id());
        }
        return withSteps(
                transaction,
                transaction.list(
                        "SELECT * FROM submission" + conditions.sql() + " ORDER BY created_at DESC, id DESC LIMIT "
                                + most,
                        rows::submission,
                        conditions.parameters()));
    }

    public int count(Transaction transaction, Criteria criteria) {
        SqlConditions conditions = SqlConditions.of(criteria);
        return transaction
                .first(
                        "SELECT COUNT(*) AS found FROM submission" + conditions.sql(),
                        row -> row.integer("found"),
                        conditions.parameters())
                .orElseThrow();
    }

    /**
     * Submissions that are stalled for a cause and not due yet, oldest first.
     *
     * @param since only those stalled at this time or later; null for all
     */
    public List<String> stalled(
            Transaction transaction, LocationScope within, StallCause cause, Instant since, Instant now, int most) {
        SqlConditions conditions = new SqlConditions()
                .within(within)
                .where("status = ?", cause.status())
                .whereGiven("waiting_for = ?", cause.waitingFor())
                .whereGiven("reason = ?", cause.reason())
                .where("plan IS NOT NULL")
                .where("(next_attempt_at IS NULL OR next_attempt_at > ?)", now)
                .whereGiven("updated_at >= ?", since);
        return ids(transaction, conditions, "sequence LIMIT " + most);
    }

    /** Submissions of a location whose body could not be read, so that any may be about any person. Newest first. */
    public List<String> unread(Transaction transaction, String locationId, SubmissionStatus status) {
        SqlConditions conditions = new SqlConditions()
                .where("location_id = ?", locationId)
                .where("status = ?", status)
                .where("EXISTS (SELECT 1 FROM received_body WHERE submission_id = submission.id)");
        return ids(transaction, conditions, "sequence DESC");
    }

    /** Submissions about a person that still have content or ordering keys, newest first. */
    public List<String> unerased(Transaction transaction, PersonKey person) {
        SqlConditions conditions = new SqlConditions()
                .about(person)
                .where("(erased_at IS NULL OR EXISTS"
                        + " (SELECT 1 FROM submission_lane WHERE submission_id = submission.id))");
        return ids(transaction, conditions, "sequence DESC");
    }

    private static List<String> ids(Transaction transaction, SqlConditions conditions, String order) {
        return transaction.list(
                "SELECT id FROM submission" + conditions.sql() + " ORDER BY " + order,
                row -> row.text("id"),
                conditions.parameters());
    }

    private List<JournaledSubmission> withSteps(Transaction transaction, List<JournaledSubmission> found) {
        Map<String, List<JournaledStep>> theirs = steps.ofAll(
                transaction, found.stream().map(JournaledSubmission::id).toList());
        return found.stream()
                .map(submission -> submission.withSteps(theirs.getOrDefault(submission.id(), List.of())))
                .toList();
    }
}
