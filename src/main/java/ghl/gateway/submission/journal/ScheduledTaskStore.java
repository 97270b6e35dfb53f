package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import jakarta.enterprise.context.ApplicationScoped;

/** The one thing that db-scheduler cannot be asked to do with its table. */
@ApplicationScoped
public class ScheduledTaskStore {

    /** Whatever a process held that is known to be gone is due at once, rather than after its heartbeats are missed. */
    public void releaseAll(Transaction transaction) {
        transaction.update(
                "UPDATE scheduled_tasks SET picked = ?, picked_by = NULL, last_heartbeat = NULL, version = version + 1"
                        + " WHERE picked = ?",
                false,
                true);
    }
}
