package ghl.gateway.credential.install;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Consents that a browser has returned, kept until they expire. */
@ApplicationScoped
class UsedConsentStore {

    /** @return false when the consent was already used */
    boolean markUsed(Transaction transaction, String nonce, Instant expiresAt, Instant now) {
        transaction.update("DELETE FROM used_consent WHERE expires_at < ?", now);
        int added = transaction.update(
                "INSERT INTO used_consent (nonce, expires_at) VALUES (?, ?) ON CONFLICT (nonce) DO NOTHING",
                nonce,
                expiresAt);
        return added == 1;
    }
}
