package ghl.gateway.submission.journal;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Row;
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
 * Which CRM a journal is for, and the key of its digests; both are set when the journal is first used, and the CRM may be
 * another one as long as nothing was accepted. Delivering to one CRM what was accepted for another would be worse than not
 * starting.
 */
@ApplicationScoped
class JournalBinding {

    static final String CONTEXT = "journal/secret";

    private record Kept(String crm, byte[] secret) {
        static Kept of(Row row) {
            return new Kept(row.text("crm"), row.bytes("secret"));
        }
    }

    private final Database database;
    private final Sealing sealing;
    private final CrmConnection connection;
    private final Clock clock;

    JournalBinding(Database database, Sealing sealing, CrmConnection connection, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.connection = connection;
        this.clock = clock;
    }

    /** Makes a journal of another CRM stop the start. */
    void check(@Observes StartupEvent start, Digests digests) {}

    @Produces
    @Singleton
    Digests digests() {
        Kept kept = database.write(this::bound);
        if (!kept.crm().equals(connection.crm())) {
            throw new ConfigurationException("The journal holds submissions for " + kept.crm()
                    + ", but the settings name " + connection.crm()
                    + ": go back to that CRM, or give another GATEWAY_DATA (or GATEWAY_DB_URL) for this one.");
        }
        return new Digests(sealing.open(kept.secret(), CONTEXT));
    }

    @Produces
    @Singleton
    OrderingKeys lanes(Digests digests) {
        return new OrderingKeys(digests);
    }

    @Produces
    @Singleton
    Markers markers(Digests digests) {
        return new Markers(digests);
    }

    @Produces
    @Singleton
    IdempotencyKeys idempotencyKeys(Digests digests) {
        return new IdempotencyKeys(digests);
    }

    private Kept bound(Transaction transaction) {
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
                .first("SELECT crm, secret FROM journal WHERE id = 1", Kept::of)
                .orElseThrow();
    }
}
