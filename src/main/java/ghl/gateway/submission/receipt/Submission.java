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
@Description("The receipt of a submission: what has been done, what not, and why.")
public record Submission(
        @Id @NonNull @Description("The gateway's id of the submission.")
        String id,

        @Description("Name of the form it came from, when it named one.")
        String form,

        @NonNull @Description("How far it is.") SubmissionStatus status,

        @Description("What it waits for; null when it does not wait.")
        WaitReason waitingFor,

        @Description("Why it needs a person; null when it does not.")
        ParkReason reason,

        @Description("True when this answer is about an earlier submission with the same idempotency key.")
        Boolean replayed,

        @Description("What happened to the contact; null while nothing has.")
        ContactOutcome contactOutcome,

        @Id @Description("The contact it is about; null while that is not known.")
        String contactId,

        @Description("Its steps, in running order.") List<@NonNull SubmissionStep> steps,
        @Description("What went otherwise than expected.") List<@NonNull Warning> warnings,
        @Description("When it was accepted.") Instant createdAt,
        @Description("When something last happened to it.") Instant updatedAt,

        @Description("When it will be tried again; null when it will not by itself.")
        Instant nextAttemptAt,

        @Description("When it came to rest; null while it has not.")
        Instant settledAt,

        @Description("When its content was erased; null while it is kept.")
        Instant erasedAt,

        @Ignore String locationId) {}
