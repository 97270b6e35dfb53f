package ghl.gateway.submission.receipt;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
@Description("Accepted form submission with its delivery status: which steps are done, which are not, and why."
        + " Publishable keys see `id` and `status` only.")
public record Submission(
        @Id @NonNull @Description("ID of the submission.") String id,

        @Description("Name of the form. Null when the submission named none.")
        String form,

        @NonNull @Description("Delivery status.") SubmissionStatus status,

        @Description("Reason for waiting. Null unless the status is WAITING.")
        WaitReason waitingFor,

        @Description("Reason for being parked. Null unless the status is PARKED.")
        ParkReason reason,

        @Description("Whether `submitForm` returned an earlier submission with the same idempotency key.")
        Boolean replayed,

        @Description("What happened to the contact. Null until a step has written or found it.")
        ContactOutcome contactOutcome,

        @Id @Description("ID of the contact in the CRM. Null until it is known.")
        String contactId,

        @Description("Steps in execution order, each one call to the CRM.")
        List<@NonNull SubmissionStep> steps,

        @Description("Unexpected results that did not stop the delivery.")
        List<@NonNull Warning> warnings,

        @Description("Time of acceptance.") Instant createdAt,
        @Description("Time of the last change.") Instant updatedAt,

        @Description("Time of the next attempt. Null when none is scheduled, and during an attempt.")
        Instant nextAttemptAt,

        @Description("Time at which delivery ended: done, parked, quarantined or discarded. Null before, and while the"
                + " gateway still checks a done submission for late duplicates.")
        Instant settledAt,

        @Description("Time at which the content was erased from the gateway. Null while it is kept.")
        Instant erasedAt,

        @Ignore String locationId) {}
