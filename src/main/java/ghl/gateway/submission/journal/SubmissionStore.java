package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of submissions and their steps. */
@ApplicationScoped
public class SubmissionStore {

    private static final String GONE = "(status = 'DISCARDED' OR erased_at IS NOT NULL)";

    private static final int MOST_OF_CONTACT = 50;

    private final SubmissionRows rows;
    private final StepStore steps;

    SubmissionStore(SubmissionRows rows, StepStore steps) {
        this.rows = rows;
        this.steps = steps;
    }

    /** @return false if the id or the key is already in use; then nothing is changed */
    public boolean insert(Transaction transaction, JournaledSubmission submission, IdempotencyKey key) {
        SubmissionState state = submission.state();
        int inserted = transaction.update(
                "INSERT INTO submission (id, location_id, form, idempotency_key, key_scope, input_digest, status,"
                        + " reason, plan, contact_id, warnings, epoch, failures, created_at, queued_at, updated_at,"
                        + " next_attempt_at, settled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                submission.id(),
                submission.locationId(),
                submission.form(),
                key.digest(),
                key.scope(),
                key.inputDigest(),
                state.status(),
                state.reason(),
                rows.sealed(submission),
                state.contactId(),
                rows.warnings(state),
                submission.epoch(),
                state.failures(),
                submission.createdAt(),
                submission.queuedAt(),
                submission.updatedAt(),
                state.nextAttemptAt(),
                state.settledAt());
        if (inserted == 0) {
            return false;
        }
        submission.steps().forEach(step -> steps.insert(transaction, submission.id(), step));
        return true;
    }

    public Optional<JournaledSubmission> find(Transaction transaction, String id) {
        return transaction
                .first("SELECT * FROM submission WHERE id = ?", rows::submission, id)
                .map(found -> found.withSteps(steps.of(transaction, id)));
    }

    /** Submissions of a contact that were accepted before another one, oldest first; the newest of them. */
    public List<JournaledSubmission> ofContactBefore(
            Transaction transaction, JournaledSubmission submission, String contactId) {
        List<JournaledSubmission> newestFirst = withSteps(
                transaction,
                "SELECT * FROM submission WHERE location_id = ? AND contact_id = ? AND sequence < ?"
                        + " ORDER BY sequence DESC LIMIT " + MOST_OF_CONTACT,
                submission,
                contactId);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Submissions of a contact that were accepted after another one, oldest first. */
    public List<JournaledSubmission> ofContactAfter(
            Transaction transaction, JournaledSubmission submission, String contactId) {
        return withSteps(
                transaction,
                "SELECT * FROM submission WHERE location_id = ? AND contact_id = ? AND sequence > ? ORDER BY sequence",
                submission,
                contactId);
    }

    private List<JournaledSubmission> withSteps(
            Transaction transaction, String sql, JournaledSubmission submission, String contactId) {
        List<JournaledSubmission> found =
                transaction.list(sql, rows::submission, submission.locationId(), contactId, submission.sequence());
        Map<String, List<JournaledStep>> theirs = steps.ofAll(
                transaction, found.stream().map(JournaledSubmission::id).toList());
        return found.stream()
                .map(one -> one.withSteps(theirs.getOrDefault(one.id(), List.of())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The submission that used this key. Keys derived from answers are free again once it is discarded or erased. */
    public Optional<UsedKey> findKey(Transaction transaction, String locationId, IdempotencyKey key) {
        return transaction.first(
                "SELECT id, input_digest, reason FROM submission WHERE location_id = ? AND key_scope = ? AND idempotency_key = ?"
                        + " AND queued_at > ?" + (key.since() == null ? "" : " AND NOT " + GONE),
                row -> new UsedKey(
                        row.text("id"),
                        row.text("input_digest"),
                        row.oneOf(ParkReason.class, "reason") == ParkReason.UNREADABLE),
                locationId,
                key.scope(),
                key.digest(),
                key.since() == null ? Instant.EPOCH : key.since());
    }

    /** Frees a derived key whose use no longer counts. */
    public void freeKey(Transaction transaction, String locationId, IdempotencyKey key) {
        if (key.since() == null) {
            return;
        }
        transaction.update(
                "UPDATE submission SET idempotency_key = NULL WHERE location_id = ? AND key_scope = ? AND idempotency_key"
                        + " = ? AND (queued_at <= ? OR " + GONE + ")",
                locationId,
                key.scope(),
                key.digest(),
                key.since());
    }

    /** Locks the row until the transaction ends. */
    public void lock(Transaction transaction, String id) {
        transaction.update("UPDATE submission SET epoch = epoch WHERE id = ?", id);
    }

    /** Locks the row, so that operators' actions and the worker that runs it take turns. */
    public Optional<JournaledSubmission> findLocked(Transaction transaction, String id) {
        lock(transaction, id);
        return find(transaction, id);
    }

    /** Fences off workers with an older epoch. */
    public void raiseEpoch(Transaction transaction, JournaledSubmission leased) {
        transaction.update(
                "UPDATE submission SET epoch = ?, leased_until = ? WHERE id = ?",
                leased.epoch(),
                leased.leasedUntil(),
                leased.id());
    }

    /**
     * Saves the submission and the steps that changed.
     *
     * @throws FencedException if another worker has claimed it since; nothing is saved
     */
    public void save(Transaction transaction, JournaledSubmission now, List<JournaledStep> before) {
        SubmissionState state = now.state();
        int saved = transaction.update(
                "UPDATE submission SET status = ?, waiting_for = ?, reason = ?, contact_id = ?, contact_outcome = ?,"
                        + " warnings = ?, in_lane_since = ?, tried_at = ?, behind_since = ?, leased_until = ?, failures = ?, failing_since = ?,"
                        + " updated_at = ?, next_attempt_at = ?, settled_at = ? WHERE id = ? AND epoch = ?",
                state.status(),
                state.waitingFor(),
                state.reason(),
                state.contactId(),
                state.contactOutcome(),
                rows.warnings(state),
                now.blockedSince(),
                now.triedAt(),
                now.behindSince(),
                now.leasedUntil(),
                state.failures(),
                state.failingSince(),
                now.updatedAt(),
                state.nextAttemptAt(),
                state.settledAt(),
                now.id(),
                now.epoch());
        if (saved == 0) {
            throw new FencedException(now.id());
        }
        now.steps().stream()
                .filter(step -> !step.equals(before.get(step.number() - 1)))
                .forEach(step -> steps.update(transaction, now.id(), step));
    }

    /** Makes the submission and its retries due at {@code at}, unless they are due earlier or it is at rest. */
    public void bringForward(Transaction transaction, String id, Instant at) {
        int changed = transaction.update(
                "UPDATE submission SET next_attempt_at = ? WHERE id = ? AND next_attempt_at > ?", at, id, at);
        if (changed > 0) {
            steps.bringForward(transaction, id, at);
        }
    }

    public void postpone(Transaction transaction, String id, Instant at) {
        transaction.update("UPDATE submission SET next_attempt_at = ? WHERE id = ?", at, id);
    }

    /** Time of the next attempt; empty if none exists. */
    public Optional<Instant> nextAttempt(Transaction transaction, String id) {
        return transaction.first(
                "SELECT next_attempt_at FROM submission WHERE id = ? AND next_attempt_at IS NOT NULL",
                row -> row.instant("next_attempt_at"),
                id);
    }

    /**
     * Releases all leases, here and in db-scheduler's table, and makes their submissions due. Call it only while no
     * worker runs.
     */
    public void releaseAll(Transaction transaction, Instant now) {
        transaction.update(
                "UPDATE submission SET leased_until = NULL, next_attempt_at = ? WHERE leased_until IS NOT NULL", now);
        transaction.update(
                "UPDATE scheduled_tasks SET picked = ?, picked_by = NULL, last_heartbeat = NULL, version = version + 1"
                        + " WHERE picked = ?",
                false,
                true);
    }

    /** Submissions with a next attempt but without a task in db-scheduler's table: a page after {@code afterId}. */
    public List<Unscheduled> unscheduled(Transaction transaction, String afterId, int most) {
        return transaction.list(
                "SELECT id, next_attempt_at FROM submission WHERE next_attempt_at IS NOT NULL AND id > ? AND NOT EXISTS"
                        + " (SELECT 1 FROM scheduled_tasks WHERE task_name = 'submission' AND task_instance = submission.id)"
                        + " ORDER BY id LIMIT " + most,
                row -> new Unscheduled(row.text("id"), row.instant("next_attempt_at")),
                afterId);
    }

    /** Submissions that came to rest before {@code before} and still have their content. */
    public List<String> expired(Transaction transaction, SubmissionStatus status, Instant before, int most) {
        return transaction.list(
                "SELECT id FROM submission WHERE status = ? AND settled_at < ? AND plan IS NOT NULL LIMIT " + most,
                row -> row.text("id"),
                status,
                before);
    }

    /** Gives a submission that could not be read its content, in place of its body. */
    public void complete(Transaction transaction, JournaledSubmission read, IdempotencyKey key) {
        SubmissionState state = read.state();
        transaction.update(
                "UPDATE submission SET location_id = ?, idempotency_key = ?, key_scope = ?, input_digest = ?, status = ?, reason = ?,"
                        + " plan = ?, contact_id = ?, warnings = ?, updated_at = ?, next_attempt_at = ?, settled_at = ?"
                        + " WHERE id = ?",
                read.locationId(),
                key.digest(),
                key.scope(),
                key.inputDigest(),
                state.status(),
                state.reason(),
                rows.sealed(read),
                state.contactId(),
                rows.warnings(state),
                read.updatedAt(),
                state.nextAttemptAt(),
                state.settledAt(),
                read.id());
        read.steps().forEach(step -> steps.insert(transaction, read.id(), step));
        ReceivedBodyStore.delete(transaction, read.id());
    }

    /** Erases the content. Status, steps and times stay. */
    public void erase(Transaction transaction, JournaledSubmission submission, Instant now) {
        transaction.update(
                "UPDATE submission SET plan = NULL, erased_at = ?, updated_at = ? WHERE id = ?",
                now,
                now,
                submission.id());
        submission.steps().forEach(step -> steps.update(transaction, submission.id(), step.erased()));
        ReceivedBodyStore.delete(transaction, submission.id());
    }

    /** Deletes a submission that never ran, with its steps. Its ordering keys must have been removed. */
    public void delete(Transaction transaction, String id) {
        ReceivedBodyStore.delete(transaction, id);
        transaction.update("DELETE FROM step WHERE submission_id = ?", id);
        transaction.update("DELETE FROM submission WHERE id = ?", id);
    }

    /** @param at time of the next attempt */
    public record Unscheduled(String id, Instant at) {}

    /** @param isUnreadable whether the submission's body waits to be read again */
    public record UsedKey(String submissionId, String inputDigest, boolean isUnreadable) {}
}
