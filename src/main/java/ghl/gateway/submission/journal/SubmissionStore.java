package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.receipt.SubmissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of submissions and their steps. */
@ApplicationScoped
public class SubmissionStore {

    private static final String GONE = "(status = 'DISCARDED' OR erased_at IS NOT NULL)";

    private final SubmissionRows rows;
    private final StepStore steps;

    SubmissionStore(SubmissionRows rows, StepStore steps) {
        this.rows = rows;
        this.steps = steps;
    }

    /** @return false when it is there already, or its key has been used, by whatever input; then nothing is changed */
    public boolean insert(Transaction transaction, JournaledSubmission submission, IdempotencyKey key) {
        SubmissionState progress = submission.progress();
        int inserted = transaction.update(
                "INSERT INTO submission (id, location_id, form, idempotency_key, key_scope, input_digest, status,"
                        + " reason, plan, contact_id, warnings, epoch, failures, created_at, updated_at, next_attempt_at,"
                        + " settled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                submission.id(),
                submission.locationId(),
                submission.form(),
                key.digest(),
                key.scope(),
                key.inputDigest(),
                progress.status(),
                progress.reason(),
                rows.sealed(submission),
                progress.contactId(),
                rows.warnings(progress),
                submission.epoch(),
                progress.failures(),
                submission.createdAt(),
                submission.updatedAt(),
                progress.nextAttemptAt(),
                progress.settledAt());
        if (inserted == 0) {
            return false;
        }
        submission.steps().forEach(step -> steps.insert(transaction, submission.id(), step));
        return true;
    }

    public Optional<JournaledSubmission> find(Transaction transaction, String id) {
        return transaction
                .first("SELECT * FROM submission WHERE id = ?", rows::submission, id)
                .map(found -> found.with(found.progress(), steps.of(transaction, id), found.updatedAt()));
    }

    /**
     * What an earlier submission with this key was, and what its input was. Whoever has no key of his own may send again
     * what was given up or erased.
     */
    public Optional<KeptKey> findKey(Transaction transaction, String locationId, IdempotencyKey key) {
        return transaction.first(
                "SELECT id, input_digest FROM submission WHERE location_id = ? AND key_scope = ? AND idempotency_key = ?"
                        + " AND created_at > ?" + (key.since() == null ? "" : " AND NOT " + GONE),
                row -> new KeptKey(row.text("id"), row.text("input_digest")),
                locationId,
                key.scope(),
                key.digest(),
                key.since() == null ? Instant.EPOCH : key.since());
    }

    /** Makes a key free again whose use does not count any more. */
    public void freeKey(Transaction transaction, String locationId, IdempotencyKey key) {
        if (key.since() == null) {
            return;
        }
        transaction.update(
                "UPDATE submission SET idempotency_key = NULL WHERE location_id = ? AND key_scope = ? AND idempotency_key"
                        + " = ? AND (created_at <= ? OR " + GONE + ")",
                locationId,
                key.scope(),
                key.digest(),
                key.since());
    }

    /** Takes the row, so that nobody else changes it before this transaction ends. @return false when there is none */
    public boolean lock(Transaction transaction, String id) {
        return transaction.update("UPDATE submission SET epoch = epoch WHERE id = ?", id) == 1;
    }

    /** Makes the submission this worker's: older epochs may not write any more. */
    public void raiseEpoch(Transaction transaction, JournaledSubmission held) {
        transaction.update(
                "UPDATE submission SET epoch = ?, leased_until = ? WHERE id = ?",
                held.epoch(),
                held.leasedUntil(),
                held.id());
    }

    /**
     * Keeps how far the submission is now, and those steps that are not the same as before.
     *
     * @throws FencedException when another worker has picked it up since; nothing is kept
     */
    public void save(Transaction transaction, JournaledSubmission now, List<JournaledStep> before) {
        SubmissionState progress = now.progress();
        int saved = transaction.update(
                "UPDATE submission SET status = ?, waiting_for = ?, reason = ?, contact_id = ?, contact_outcome = ?,"
                        + " warnings = ?, in_lane_since = ?, leased_until = ?, failures = ?, failing_since = ?,"
                        + " updated_at = ?, next_attempt_at = ?, settled_at = ? WHERE id = ? AND epoch = ?",
                progress.status(),
                progress.waitingFor(),
                progress.reason(),
                progress.contactId(),
                progress.contactOutcome(),
                rows.warnings(progress),
                now.inLaneSince(),
                now.leasedUntil(),
                progress.failures(),
                progress.failingSince(),
                now.updatedAt(),
                progress.nextAttemptAt(),
                progress.settledAt(),
                now.id(),
                now.epoch());
        if (saved == 0) {
            throw new FencedException(now.id());
        }
        now.steps().stream()
                .filter(step -> !step.equals(before.get(step.number() - 1)))
                .forEach(step -> steps.update(transaction, now.id(), step));
    }

    /** Makes a worker look at it at {@code at}, and try what only waits for its next try; not if it has come to rest. */
    public void hasten(Transaction transaction, String id, Instant at) {
        int hastened = transaction.update(
                "UPDATE submission SET next_attempt_at = ? WHERE id = ? AND next_attempt_at > ?", at, id, at);
        if (hastened > 0) {
            steps.hasten(transaction, id, at);
        }
    }

    /** Makes a worker look at it no earlier than {@code at}. */
    public void postpone(Transaction transaction, String id, Instant at) {
        transaction.update("UPDATE submission SET next_attempt_at = ? WHERE id = ?", at, id);
    }

    /** When a worker shall look at it next; empty when none shall. */
    public Optional<Instant> nextAttempt(Transaction transaction, String id) {
        return transaction.first(
                "SELECT next_attempt_at FROM submission WHERE id = ? AND next_attempt_at IS NOT NULL",
                row -> row.instant("next_attempt_at"),
                id);
    }

    /** Nobody else works on this database: whatever was held when the process ended is free, and due. */
    public void releaseAll(Transaction transaction, Instant now) {
        transaction.update(
                "UPDATE submission SET leased_until = NULL, next_attempt_at = ? WHERE leased_until IS NOT NULL", now);
    }

    /** Those that a worker shall look at some time and that nothing wakes; a page after {@code afterId}, by id. */
    public List<Wakeup> forgotten(Transaction transaction, String afterId, int most) {
        return transaction.list(
                "SELECT id, next_attempt_at FROM submission WHERE next_attempt_at IS NOT NULL AND id > ? AND NOT EXISTS"
                        + " (SELECT 1 FROM scheduled_tasks WHERE task_name = 'submission' AND task_instance = submission.id)"
                        + " ORDER BY id LIMIT " + most,
                row -> new Wakeup(row.text("id"), row.instant("next_attempt_at")),
                afterId);
    }

    /** Those that rest for longer than {@code before} and still hold their content. */
    public List<String> ripe(Transaction transaction, SubmissionStatus status, Instant before, int most) {
        return transaction.list(
                "SELECT id FROM submission WHERE status = ? AND settled_at < ? AND plan IS NOT NULL LIMIT " + most,
                row -> row.text("id"),
                status,
                before);
    }

    /** Removes what is personal and keeps what happened. */
    public void empty(Transaction transaction, JournaledSubmission submission, Instant now) {
        transaction.update(
                "UPDATE submission SET plan = NULL, erased_at = ?, updated_at = ? WHERE id = ?",
                now,
                now,
                submission.id());
        submission.steps().forEach(step -> steps.update(transaction, submission.id(), step.emptied()));
    }

    /** @param at when a worker shall look at it */
    public record Wakeup(String id, Instant at) {}

    /** An idempotency key in use. */
    public record KeptKey(String submissionId, String inputDigest) {}
}
