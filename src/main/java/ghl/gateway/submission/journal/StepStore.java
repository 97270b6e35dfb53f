package ghl.gateway.submission.journal;

import ghl.gateway.storage.Row;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.Transaction;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.StepError;
import ghl.gateway.submission.receipt.StepKind;
import ghl.gateway.submission.receipt.StepStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.step.CrmAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of steps. */
@ApplicationScoped
public class StepStore {

    /** The sealed part of a step. */
    private record Outcome(StepError error, CrmAnswer answer) {}

    private static final Outcome NOTHING = new Outcome(null, null);

    private final Sealing sealing;

    StepStore(Sealing sealing) {
        this.sealing = sealing;
    }

    void insert(Transaction transaction, String submissionId, JournaledStep step) {
        transaction.update(
                "INSERT INTO step (submission_id, number, kind, status, attempts) VALUES (?, ?, ?, ?, ?)",
                submissionId,
                step.number(),
                step.kind(),
                step.status(),
                step.attempts());
    }

    void update(Transaction transaction, String submissionId, JournaledStep step) {
        transaction.update(
                "UPDATE step SET status = ?, attempts = ?, result_id = ?, outcome = ?, first_intent_at = ?, lost_at = ?,"
                        + " waiting_for = ?, next_attempt_at = ?, park_reason = ? WHERE submission_id = ? AND number = ?",
                step.status(),
                step.attempts(),
                step.resultId(),
                sealed(submissionId, step),
                step.firstIntentAt(),
                step.lostAt(),
                step.waitingFor(),
                step.nextAttemptAt(),
                step.park(),
                submissionId,
                step.number());
    }

    /** Makes the steps due earlier. Quiet periods and quota waits are not shortened. */
    void bringForward(Transaction transaction, String submissionId, Instant at) {
        transaction.update(
                "UPDATE step SET next_attempt_at = ? WHERE submission_id = ? AND next_attempt_at > ?"
                        + " AND waiting_for IN (?, ?)",
                at,
                submissionId,
                at,
                WaitReason.RETRY,
                WaitReason.CREDENTIALS);
    }

    List<JournaledStep> of(Transaction transaction, String submissionId) {
        return transaction.list(
                "SELECT * FROM step WHERE submission_id = ? ORDER BY number",
                row -> step(row, submissionId),
                submissionId);
    }

    /** The steps of several submissions, in running order, by submission id. */
    public Map<String, List<JournaledStep>> ofAll(Transaction transaction, List<String> submissionIds) {
        Map<String, List<JournaledStep>> steps = new HashMap<>();
        if (!submissionIds.isEmpty()) {
            transaction.list(
                    "SELECT * FROM step WHERE submission_id IN (" + "?, ".repeat(submissionIds.size() - 1)
                            + "?) ORDER BY submission_id, number",
                    row -> {
                        String id = row.text("submission_id");
                        return steps.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(step(row, id));
                    },
                    submissionIds.toArray());
        }
        return steps;
    }

    private JournaledStep step(Row row, String submissionId) {
        int number = row.integer("number");
        Outcome outcome = outcome(row.bytes("outcome"), submissionId, number);
        return new JournaledStep(
                number,
                row.oneOf(StepKind.class, "kind"),
                row.oneOf(StepStatus.class, "status"),
                row.integer("attempts"),
                row.text("result_id"),
                outcome.error(),
                outcome.answer(),
                row.instant("first_intent_at"),
                row.instant("lost_at"),
                row.oneOf(WaitReason.class, "waiting_for"),
                row.instant("next_attempt_at"),
                row.oneOf(ParkReason.class, "park_reason"));
    }

    private byte[] sealed(String submissionId, JournaledStep step) {
        Outcome outcome = new Outcome(step.error(), step.answer());
        return outcome.equals(NOTHING)
                ? null
                : sealing.seal(JournalJson.write(outcome), context(submissionId, step.number()));
    }

    private Outcome outcome(byte[] sealed, String submissionId, int number) {
        return sealed == null
                ? NOTHING
                : JournalJson.read(sealing.open(sealed, context(submissionId, number)), Outcome.class);
    }

    static String context(String submissionId, int number) {
        return "submission/step/" + submissionId + "/" + number;
    }
}
