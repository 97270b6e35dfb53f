package ghl.gateway.submission.receipt;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something wrong with the input. Nothing has been written.")
public record UserError(
        @NonNull @Description("For programs.") UserErrorCode code,

        @NonNull @Description("For people: what is wrong and how to mend it.")
        String message,

        @NonNull @Description("Where: `[\"input\", \"tasks\", \"0\", \"dueDate\"]`.")
        List<@NonNull String> path) {}
