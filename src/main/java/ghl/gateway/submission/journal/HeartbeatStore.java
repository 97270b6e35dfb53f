package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import java.time.Instant;
import java.util.Optional;

/** How far the journal is known to have come, in its row of {@code journal}. */
public final class HeartbeatStore {

    private HeartbeatStore() {}

    /** The last time at which the journal was certainly in use, in its own time; empty if it never was. */
    public static Optional<Instant> lastUse(Transaction transaction) {
        return transaction
                .first(
                        "SELECT MAX(used_at) AS last_use FROM (SELECT heartbeat_at AS used_at FROM journal"
                                + " UNION ALL SELECT queued_at FROM submission UNION ALL SELECT tried_at FROM submission) AS uses",
                        row -> Optional.ofNullable(row.instant("last_use")))
                .flatMap(used -> used);
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
