package ghl.gateway.submission.journal;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.submission.journal.JournalStore.Journal;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Binds the journal to one CRM and to the secret of its digests. Both are set when the journal is first used; the CRM may
 * change as long as nothing was accepted. Otherwise another CRM stops the start: submissions accepted for one CRM must not be
 * delivered to another.
 */
@ApplicationScoped
class JournalBinding {

    static final String CONTEXT = "journal/secret";

    private final Database database;
    private final JournalStore store;
    private final Sealing sealing;
    private final CrmConnection connection;
    private final Clock clock;

    JournalBinding(Database database, JournalStore store, Sealing sealing, CrmConnection connection, Clock clock) {
        this.database = database;
        this.store = store;
        this.sealing = sealing;
        this.connection = connection;
        this.clock = clock;
    }

    /** Creates the digests, and so the binding, at start. */
    void check(@Observes StartupEvent start, Digests digests) {}

    @Produces
    @Singleton
    Digests digests() {
        byte[] newSecret = new byte[Digests.KEY_BYTES];
        new SecureRandom().nextBytes(newSecret);
        byte[] sealed = sealing.seal(newSecret, CONTEXT);
        Journal journal =
                database.write(transaction -> store.bind(transaction, connection.crm(), sealed, clock.instant()));
        if (!journal.crm().equals(connection.crm())) {
            throw new ConfigurationException("The journal holds submissions for " + journal.crm()
                    + ", but the settings name " + connection.crm()
                    + ": go back to that CRM, or set another GATEWAY_DATA (or GATEWAY_DB_URL) for this one.");
        }
        return new Digests(sealing.open(journal.secret(), CONTEXT));
    }
}
