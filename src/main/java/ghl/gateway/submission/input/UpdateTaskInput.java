package ghl.gateway.submission.input;

import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Scalar;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateTaskInput")
@Description(
        "What shall change of a task of the contact; a field left out stays as it is. `completed` alone ticks it off.")
public record UpdateTaskInput(
        @Id @NonNull @Description("The CRM's id of the task.")
        String id,

        @Description("What is to be done, in a line.") Optional<String> title,

        @Description("Details; the CRM lets nobody clear them.")
        Optional<String> body,

        @AdaptToScalar(Scalar.DateTime.class) @Description("When it is due: ISO 8601 with offset.")
        Optional<String> dueDate,

        @Description("True once it is done.") Optional<Boolean> completed,

        @Id @Description("User of the CRM who shall do it.") Optional<String> assignedTo) {}
