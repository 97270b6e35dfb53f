package ghl.gateway.submission.journal;

import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import java.time.Instant;

/**
 * Marks a journal that comes from a backup: what it holds as unfinished may have been delivered since. Each open step then counts
 * as begun. What a step creates is looked for before it is created, and values are compared before they are set.
 */
public final class RestoredJournalStore {

    private static final String UNFINISHED = "status NOT IN ('DONE', 'DISCARDED') AND plan IS NOT NULL";

    private static final String CREATING =
            "('" + StepKind.CREATE_CONTACT + "', '" + StepKind.ADD_TASK + "', '" + StepKind.ADD_NOTE + "')";

    private RestoredJournalStore() {}

    /**
     * @param since time of the backup
     * @return number of submissions that are not finished
     */
    public static int mark(Transaction transaction, Instant since) {
        int unfinished = transaction.update(
                "UPDATE submission SET behind_since = COALESCE(behind_since, ?) WHERE " + UNFINISHED, since);
        String ofThese = " AND kind IN " + CREATING + " AND submission_id IN (SELECT id FROM submission WHERE "
                + UNFINISHED + ")";
        transaction.update(
                "UPDATE step SET lost_at = COALESCE(lost_at, ?), first_intent_at = COALESCE(first_intent_at,"
                        + " (SELECT created_at FROM submission WHERE id = step.submission_id)) WHERE status <> ?"
                        + ofThese,
                since,
                StepStatus.DONE);
        transaction.update(
                "UPDATE step SET status = ?, waiting_for = NULL, next_attempt_at = NULL, park_reason = NULL WHERE status = ?"
                        + ofThese,
                StepStatus.UNSURE,
                StepStatus.TODO);
        return unfinished;
    }
}
