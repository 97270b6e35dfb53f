package ghl.gateway.submission.receipt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A call to the CRM that a dry run would have made.")
public record PlannedCall(
        @NonNull @Description("Number of the step, from 1.") Integer number,
        @NonNull @Description("What the step does.") StepKind kind,
        @NonNull @Description("HTTP method.") String method,

        @NonNull @Description("Path; `{contactId}` where an earlier step will tell the id.")
        String path,

        @Description("JSON body, as text; null for a call without one.")
        String body) {}
