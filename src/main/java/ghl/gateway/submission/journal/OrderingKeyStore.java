package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * The ordering keys of submissions (tables {@code lane} and {@code submission_lane}). Submissions that share a key are about
 * the same person and run one at a time, in the order of their acceptance. Locking a key's row serialises their claims.
 */
@ApplicationScoped
public class OrderingKeyStore {

    private static final String OPEN = "('" + SubmissionStatus.QUEUED + "', '" + SubmissionStatus.RUNNING + "', '"
            + SubmissionStatus.WAITING + "')";

    private static final String SHARING = " FROM submission_lane mine"
            + " JOIN submission_lane theirs ON theirs.digest = mine.digest AND theirs.submission_id <> mine.submission_id"
            + " JOIN submission other ON other.id = theirs.submission_id"
            + " WHERE mine.submission_id = ?";

    private static final String SHARING_OPEN = SHARING + " AND other.status IN " + OPEN;

    public void add(Transaction transaction, String submissionId, List<String> digests) {
        digests.forEach(digest -> transaction.update(
                "INSERT INTO submission_lane (digest, submission_id) VALUES (?, ?)", digest, submissionId));
    }

    /**
     * Locks ordering keys until the transaction ends. Creates their rows: those of quarantined submissions have none.
     *
     * @param digests sorted
     */
    public void lock(Transaction transaction, List<String> digests, Instant now) {
        digests.forEach(digest -> transaction.update(
                "INSERT INTO lane (digest, touched_at) VALUES (?, ?)"
                        + " ON CONFLICT (digest) DO UPDATE SET touched_at = excluded.touched_at",
                digest,
                now));
    }

    /** Locks the submission's ordering keys until the transaction ends. */
    public void lock(Transaction transaction, String submissionId, Instant now) {
        List<String> digests = transaction.list(
                "SELECT digest FROM submission_lane WHERE submission_id = ? ORDER BY digest",
                row -> row.text("digest"),
                submissionId);
        lock(transaction, digests, now);
    }

    /** Whether a worker has another submission with a common ordering key: to deliver it, or for its late effect check. */
    public boolean isOtherRunning(Transaction transaction, String submissionId, Instant now) {
        return transaction
                .first(
                        "SELECT other.id" + SHARING + " AND other.leased_until > ? LIMIT 1",
                        row -> row.text("id"),
                        submissionId,
                        now)
                .isPresent();
    }

    /** Open submissions with a common ordering key that were accepted earlier. */
    public List<Earlier> findEarlier(Transaction transaction, JournaledSubmission submission) {
        return transaction.list(
                "SELECT DISTINCT other.id AS id, other.waiting_for AS waiting_for, other.tried_at AS tried_at"
                        + SHARING_OPEN + " AND other.sequence < ?",
                row -> new Earlier(
                        row.text("id"),
                        row.oneOf(WaitReason.class, "waiting_for") == WaitReason.LANE,
                        row.instant("tried_at")),
                submission.id(),
                submission.sequence());
    }

    /** Calls of submissions with a common ordering key that were accepted earlier, whose answers were lost later than {@code since}. */
    public List<LostCall> findLostCalls(Transaction transaction, JournaledSubmission submission, Instant since) {
        return transaction.list(
                "SELECT DISTINCT step.submission_id, step.number, step.lost_at FROM step"
                        + " JOIN submission other ON other.id = step.submission_id"
                        + " JOIN submission_lane theirs ON theirs.submission_id = other.id"
                        + " JOIN submission_lane mine ON mine.digest = theirs.digest"
                        + " WHERE step.lost_at > ? AND mine.submission_id = ? AND other.sequence < ?",
                row -> new LostCall(row.text("submission_id"), row.integer("number"), row.instant("lost_at")),
                since,
                submission.id(),
                submission.sequence());
    }

    /** Submissions with a common ordering key that wait for their turn. */
    public List<String> findWaiting(Transaction transaction, String submissionId) {
        return transaction.list(
                "SELECT DISTINCT other.id AS id" + SHARING_OPEN + " AND other.waiting_for = 'LANE'",
                row -> row.text("id"),
                submissionId);
    }

    /** Removes a submission's ordering keys, which identify its persons. */
    public void remove(Transaction transaction, String submissionId) {
        transaction.update("DELETE FROM submission_lane WHERE submission_id = ?", submissionId);
    }

    /** @param step its number */
    public record LostCall(String submissionId, int step, Instant lostAt) {}

    /** @param isBlocked whether it waits for its turn itself */
    public record Earlier(String id, boolean isBlocked, Instant triedAt) {

        /** Whether it had an attempt since. */
        public boolean hasTriedSince(Instant time) {
            return !isBlocked && triedAt != null && !triedAt.isBefore(time);
        }
    }
}
