package ghl.gateway.submission.input;

import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Scalar;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateTaskInput")
@Description("Changes to a task of the contact. Omit a field to leave it unchanged. Fields cannot be cleared. Set"
        + " `completed` alone to complete or reopen the task.")
public record UpdateTaskInput(
        @Id @NonNull @Description("ID of the task.") String id,
        @Description("Title, one line.") Optional<String> title,
        @Description("Details, at most 50,000 characters.") Optional<String> body,

        @AdaptToScalar(Scalar.DateTime.class)
        @Description("Due time in ISO 8601 with an offset, for example `2027-01-31T09:00:00Z`.")
        Optional<String> dueDate,

        @Description("Whether the task is completed.") Optional<Boolean> completed,
        @Id @Description("ID of the assigned CRM user.") Optional<String> assignedTo) {}
