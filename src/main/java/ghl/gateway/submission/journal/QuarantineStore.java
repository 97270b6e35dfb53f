package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Size of the quarantined and unreadable submissions of each form in bytes. A stored counter, because a sum would take a scan for each
 * submission that is set aside.
 */
@ApplicationScoped
public class QuarantineStore {

    /** Content, warnings, and roughly what the rows of a submission take beside it. Does not change while it is set aside. */
    private static final String SIZE = "(SELECT length(plan) + COALESCE(length(warnings), 0) + 2048 + COALESCE((SELECT"
            + " length(request) FROM received_body WHERE submission_id = id), 0) FROM submission WHERE id = ?)";

    /**
     * Counts a stored submission.
     *
     * @return false if it would exceed the limit; then nothing is counted
     */
    public boolean add(Transaction transaction, String form, String submissionId, long limit) {
        transaction.update("INSERT INTO quarantine (form, bytes) VALUES (?, 0) ON CONFLICT (form) DO NOTHING", form);
        return transaction.update(
                        "UPDATE quarantine SET bytes = bytes + " + SIZE + " WHERE form = ? AND bytes + " + SIZE
                                + " <= ?",
                        submissionId,
                        form,
                        submissionId,
                        limit)
                > 0;
    }

    /** Ends the counting of a submission. Call it once, while its row is locked and unchanged. */
    public void remove(Transaction transaction, String form, String submissionId) {
        transaction.update(
                "UPDATE quarantine SET bytes = CASE WHEN bytes > " + SIZE + " THEN bytes - " + SIZE
                        + " ELSE 0 END WHERE form = ?",
                submissionId,
                submissionId,
                form);
    }

    public long bytes(Transaction transaction, String form) {
        return transaction
                .first("SELECT bytes FROM quarantine WHERE form = ?", row -> row.number("bytes"), form)
                .orElse(0L);
    }
}
