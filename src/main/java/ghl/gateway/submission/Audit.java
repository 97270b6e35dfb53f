package ghl.gateway.submission;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.AuditStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Adds entries that are not about a submission to the audit log. Blocks. */
@ApplicationScoped
public class Audit {

    private final Database database;
    private final AuditStore store;
    private final Clock clock;

    Audit(Database database, AuditStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Call it in the transaction of the action, or before the action: an action that cannot be audited must not happen.
     *
     * @param action one or two words, up to 40 characters
     * @param detail up to 500 characters without personal data; may be null
     */
    public void add(String actor, String action, String detail) {
        AuditStore.Entry entry = new AuditStore.Entry(clock.instant(), actor, action, null, detail);
        database.write(transaction -> {
            store.add(transaction, entry);
            return null;
        });
    }
}
