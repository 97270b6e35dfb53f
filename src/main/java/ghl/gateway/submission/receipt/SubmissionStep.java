package ghl.gateway.submission.receipt;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One step of a submission.")
public record SubmissionStep(
        @NonNull @Description("Its place, from 1.") Integer number,
        @NonNull @Description("What it does.") StepKind kind,
        @NonNull @Description("How far it is.") StepStatus status,

        @NonNull @Description("How often it has been tried.")
        Integer attempts,

        @Id @Description("Id of what it made or found in the CRM.")
        String resultId,

        @Description("Why it is not done.") StepError error,

        @Description("When it will be tried again; null when it will not by itself.")
        Instant nextAttemptAt) {}
