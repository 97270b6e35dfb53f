package ghl.gateway.submission.receipt;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Step of a submission: one call to the CRM.")
public record SubmissionStep(
        @NonNull @Description("Position, from 1.") Integer number,
        @NonNull @Description("Kind of step.") StepKind kind,
        @NonNull @Description("Status of the step.") StepStatus status,
        @NonNull @Description("Number of attempts.") Integer attempts,

        @Id @Description("ID of the created, changed or found record. Null until the step is done.")
        String resultId,

        @Description("Last failure. Null when there was none, and once the step is done.")
        StepError error,

        @Description("Time of the next attempt, if any.") Instant nextAttemptAt) {}
