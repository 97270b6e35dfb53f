package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The append-only audit log. */
@ApplicationScoped
public class AuditStore {

    /**
     * @param submissionId null unless the entry is about one submission
     * @param detail never personal data; may be null
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

    /** The entries about a submission, oldest first. */
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
