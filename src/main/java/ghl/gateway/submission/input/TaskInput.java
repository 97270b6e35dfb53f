package ghl.gateway.submission.input;

import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("TaskInput")
@Description("Task to create for the contact.")
public record TaskInput(
        @NonNull @Description("Title, one line.") String title,
        @Description("Details, at most 50,000 characters.") String body,

        @AdaptToScalar(Scalar.DateTime.class)
        @Description("Due time in ISO 8601 with an offset, for example `2027-01-31T09:00:00Z`. Takes precedence over"
                + " `dueIn`.")
        String dueDate,

        @DefaultValue("P1D")
        @Description("Due time relative to now, in the location's time zone: `P1D`, `PT4H`, `2 days` or `1 business day"
                + " at 09:00`.")
        String dueIn,

        @Id @Description("ID of the assigned CRM user.") String assignedTo,

        @DefaultValue("false") @Description("Whether it is completed.")
        Boolean completed) {}
