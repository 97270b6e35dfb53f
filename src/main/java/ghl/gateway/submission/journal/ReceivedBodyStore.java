package ghl.gateway.submission.journal;

import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The bodies of submissions that could not be read. */
@ApplicationScoped
public class ReceivedBodyStore {

    private final Sealing sealing;

    ReceivedBodyStore(Sealing sealing) {
        this.sealing = sealing;
    }

    public void insert(Transaction transaction, String submissionId, ReceivedBody body) {
        transaction.update(
                "INSERT INTO received_body (submission_id, request) VALUES (?, ?)",
                submissionId,
                sealing.seal(JournalJson.write(body), context(submissionId)));
    }

    public Optional<ReceivedBody> find(Transaction transaction, String submissionId) {
        return transaction
                .first(
                        "SELECT request FROM received_body WHERE submission_id = ?",
                        row -> row.bytes("request"),
                        submissionId)
                .map(bytes -> JournalJson.read(sealing.open(bytes, context(submissionId)), ReceivedBody.class));
    }

    static void delete(Transaction transaction, String submissionId) {
        transaction.update("DELETE FROM received_body WHERE submission_id = ?", submissionId);
    }

    static String context(String submissionId) {
        return "submission/body/" + submissionId;
    }
}
