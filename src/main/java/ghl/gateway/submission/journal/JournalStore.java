package ghl.gateway.submission.journal;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.Transaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The one row that binds the journal to a CRM and to the secret of its digests. Both are set when the journal is first
 * used; the CRM may change as long as nothing was accepted. After that, the gateway does not start with another CRM,
 * because submissions accepted for one CRM must not be delivered to another.
 */
@ApplicationScoped
class JournalStore {

    static final String CONTEXT = "journal/secret";

    private record Journal(String crm, byte[] secret) {}

    private final Database database;
    private final Sealing sealing;
    private final CrmConnection connection;
    private final Clock clock;

    JournalStore(Database database, Sealing sealing, CrmConnection connection, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.connection = connection;
        this.clock = clock;
    }

    /** Creates the digests, and so the binding, at start. */
    void check(@Observes StartupEvent start, Digests digests) {}

    @Produces
    @Singleton
    Digests digests() {
        Journal journal = database.write(this::bind);
        if (!journal.crm().equals(connection.crm())) {
            throw new ConfigurationException("The journal holds submissions for " + journal.crm()
                    + ", but the settings name " + connection.crm()
                    + ": go back to that CRM, or set another GATEWAY_DATA (or GATEWAY_DB_URL) for this one.");
        }
        return new Digests(sealing.open(journal.secret(), CONTEXT));
    }

    /** Writes the row if none exists. A journal without submissions moves to the CRM of the settings. */
    private Journal bind(Transaction transaction) {
        byte[] secret = new byte[Digests.KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        transaction.update(
                "INSERT INTO journal (id, crm, secret, created_at) VALUES (1, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                connection.crm(),
                sealing.seal(secret, CONTEXT),
                clock.instant());
        transaction.update(
                "UPDATE journal SET crm = ? WHERE id = 1 AND NOT EXISTS (SELECT 1 FROM submission)", connection.crm());
        return transaction
                .first(
                        "SELECT crm, secret FROM journal WHERE id = 1",
                        row -> new Journal(row.text("crm"), row.bytes("secret")))
                .orElseThrow();
    }
}
