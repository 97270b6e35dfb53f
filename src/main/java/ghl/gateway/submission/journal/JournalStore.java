package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The one row that says which CRM the journal belongs to. */
@ApplicationScoped
class JournalStore {

    record Journal(String crm, byte[] secret) {}

    /**
     * Writes the row if none exists. A journal without submissions moves to {@code crm}.
     *
     * @return the row as it is now
     */
    Journal bind(Transaction transaction, String crm, byte[] sealedSecret, Instant now) {
        transaction.update(
                "INSERT INTO journal (id, crm, secret, created_at) VALUES (1, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                crm,
                sealedSecret,
                now);
        transaction.update("UPDATE journal SET crm = ? WHERE id = 1 AND NOT EXISTS (SELECT 1 FROM submission)", crm);
        return transaction
                .first(
                        "SELECT crm, secret FROM journal WHERE id = 1",
                        row -> new Journal(row.text("crm"), row.bytes("secret")))
                .orElseThrow();
    }
}
