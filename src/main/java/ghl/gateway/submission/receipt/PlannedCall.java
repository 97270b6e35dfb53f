package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Call to the CRM that a dry run would have made.")
public record PlannedCall(
        @NonNull @Description("Step number, from 1.") Integer number,
        @NonNull @Description("Kind of step.") StepKind kind,
        @NonNull @Description("HTTP method.") String method,

        @NonNull @Description("Path. Contains `{contactId}` where an earlier step determines the ID.")
        String path,

        @Description("JSON body as text, if any.") String body) {}
