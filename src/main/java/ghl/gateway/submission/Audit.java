package ghl.gateway.submission;

import ghl.gateway.storage.Database;
import ghl.gateway.submission.journal.AuditStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Who did what that is about no submission. Blocks. */
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
     * Joins the transaction in which it is done, or is called before: what cannot be written down is not done.
     *
     * @param action a word or two, up to 40 characters
     * @param detail up to 500 characters, nothing personal; null where there is none
     */
    public void add(String actor, String action, String detail) {
        AuditStore.Entry entry = new AuditStore.Entry(clock.instant(), actor, action, null, detail);
        database.write(transaction -> {
            store.add(transaction, entry);
            return null;
        });
    }
}
