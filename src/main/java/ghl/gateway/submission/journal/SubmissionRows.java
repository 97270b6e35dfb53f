package ghl.gateway.submission.journal;

import com.fasterxml.jackson.core.type.TypeReference;
import ghl.gateway.storage.Row;
import ghl.gateway.storage.Sealing;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.ParkReason;
import ghl.gateway.submission.receipt.SubmissionStatus;
import ghl.gateway.submission.receipt.WaitReason;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Maps submissions between rows and records. */
@ApplicationScoped
public class SubmissionRows {

    private static final TypeReference<List<Warning>> WARNINGS = new TypeReference<>() {};

    private final Sealing sealing;

    SubmissionRows(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] sealed(JournaledSubmission submission) {
        return submission.plan() == null
                ? null
                : sealing.seal(JournalJson.write(submission.plan()), context(submission.id()));
    }

    String warnings(SubmissionState state) {
        return new String(JournalJson.write(state.warnings()), StandardCharsets.UTF_8);
    }

    /** A submission without its steps. */
    public JournaledSubmission submission(Row row) {
        String id = row.text("id");
        return new JournaledSubmission(
                id,
                row.number("sequence"),
                row.text("location_id"),
                row.text("form"),
                plan(row.bytes("plan"), id),
                row.instant("created_at"),
                row.instant("queued_at"),
                row.instant("tried_at"),
                row.instant("updated_at"),
                row.instant("erased_at"),
                row.instant("behind_since"),
                row.instant("in_lane_since"),
                row.number("epoch"),
                row.instant("leased_until"),
                state(row),
                List.of());
    }

    private static SubmissionState state(Row row) {
        return new SubmissionState(
                row.oneOf(SubmissionStatus.class, "status"),
                row.oneOf(WaitReason.class, "waiting_for"),
                row.oneOf(ParkReason.class, "reason"),
                row.text("contact_id"),
                row.oneOf(ContactOutcome.class, "contact_outcome"),
                JournalJson.read(row.text("warnings"), WARNINGS),
                row.integer("failures"),
                row.instant("failing_since"),
                row.instant("next_attempt_at"),
                row.instant("settled_at"));
    }

    private Plan plan(byte[] sealed, String id) {
        return sealed == null ? null : JournalJson.read(sealing.open(sealed, context(id)), Plan.class);
    }

    static String context(String id) {
        return "submission/plan/" + id;
    }
}
