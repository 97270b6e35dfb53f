package ghl.gateway.submission.receipt;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Problem with one part of the input. Nothing was stored or written.")
public record UserError(
        @NonNull @Description("Machine-readable code.") UserErrorCode code,

        @NonNull @Description("Human-readable message: what is wrong and how to fix it.")
        String message,

        @NonNull @Description("Path of the input field, for example `[\"input\", \"tasks\", \"0\", \"dueDate\"]`.")
        List<@NonNull String> path) {}
