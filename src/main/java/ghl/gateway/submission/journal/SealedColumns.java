package ghl.gateway.submission.journal;

import ghl.gateway.storage.sealing.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The sealed columns of the journal, for the rotation of the master key. */
@ApplicationScoped
class SealedColumns {

    @Produces
    @Singleton
    SealedColumn secret = new SealedColumn(
            "journal", "secret", List.of("id"), row -> List.of(row.integer("id")), row -> JournalStore.CONTEXT);

    @Produces
    @Singleton
    SealedColumn plans = new SealedColumn(
            "submission",
            "plan",
            List.of("id"),
            row -> List.of(row.text("id")),
            row -> SubmissionRows.context(row.text("id")));

    @Produces
    @Singleton
    SealedColumn outcomes = new SealedColumn(
            "step",
            "outcome",
            List.of("submission_id", "number"),
            row -> List.of(row.text("submission_id"), row.integer("number")),
            row -> StepStore.context(row.text("submission_id"), row.integer("number")));

    @Produces
    @Singleton
    SealedColumn bodies = new SealedColumn(
            "received_body",
            "request",
            List.of("submission_id"),
            row -> List.of(row.text("submission_id")),
            row -> ReceivedBodyStore.context(row.text("submission_id")));
}
