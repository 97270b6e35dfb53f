package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import java.time.Instant;
import java.util.Optional;

/** How far the journal is known to have come, in its row of {@code journal}. */
public final class HeartbeatStore {

    private HeartbeatStore() {}

    /** The last heartbeat, or for a journal that never had one its last change; empty if it was never used. */
    public static Optional<Instant> last(Transaction transaction) {
        return transaction
                .first(
                        "SELECT COALESCE(heartbeat_at, (SELECT MAX(updated_at) FROM submission)) AS beaten_at FROM journal"
                                + " WHERE id = 1",
                        row -> Optional.ofNullable(row.instant("beaten_at")))
                .flatMap(beaten -> beaten);
    }

    /**
     * @param seen the latest heartbeat that this process knows; null if none
     * @return false if the journal's is older: it is not the one that this process has used until now
     */
    static boolean beat(Transaction transaction, Instant now, Instant seen) {
        return transaction.update(
                        "UPDATE journal SET heartbeat_at = CASE WHEN heartbeat_at > ? THEN heartbeat_at ELSE ? END"
                                + " WHERE id = 1 AND COALESCE(heartbeat_at, 0) >= ?",
                        now,
                        now,
                        seen == null ? Instant.EPOCH : seen)
                > 0;
    }

    /** The clock of a PostgreSQL server. */
    static Instant databaseTime(Transaction transaction) {
        return transaction
                .first(
                        "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now_millis",
                        row -> row.instant("now_millis"))
                .orElseThrow();
    }
}
