package ghl.gateway.audit;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rows of the audit log. Rows are added in the transaction of the action that they describe, and never changed. */
@ApplicationScoped
public class AuditStore {

    /**
     * One action.
     *
     * @param actor id of the caller, up to 200 characters
     * @param action a word or two, up to 40 characters
     * @param submissionId null for an action that concerns several submissions or none
     * @param detail up to 500 characters without personal data, or null
     */
    public record Entry(Instant at, String actor, String action, String submissionId, String detail) {}

    public void add(Transaction transaction, Entry entry) {
        transaction.update(
                "INSERT INTO audit (id, at, actor, action, submission_id, detail) VALUES (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.submissionId(),
                entry.detail());
    }

    /** Entries of one submission, oldest first. */
    public List<Entry> of(Transaction transaction, String submissionId) {
        return transaction.list(
                "SELECT at, actor, action, submission_id, detail FROM audit WHERE submission_id = ? ORDER BY at, id",
                row -> new Entry(
                        row.instant("at"),
                        row.text("actor"),
                        row.text("action"),
                        row.text("submission_id"),
                        row.text("detail")),
                submissionId);
    }
}
