package ghl.gateway.credential.install;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Rows of consents that came back. */
@ApplicationScoped
class UsedConsentStore {

    /** @param end when it need not be known any more @return false when it came before */
    boolean use(Transaction transaction, String nonce, Instant end, Instant now) {
        transaction.update("DELETE FROM used_consent WHERE expires_at < ?", now);
        int added = transaction.update(
                "INSERT INTO used_consent (nonce, expires_at) VALUES (?, ?) ON CONFLICT (nonce) DO NOTHING",
                nonce,
                end);
        return added == 1;
    }
}
