package ghl.gateway.submission.input;

import io.smallrye.graphql.api.AdaptToScalar;
import io.smallrye.graphql.api.Scalar;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("TaskInput")
@Description("A task to create for the contact.")
public record TaskInput(
        @NonNull @Description("What is to be done, in a line.")
        String title,

        @Description("Details.") String body,

        @AdaptToScalar(Scalar.DateTime.class)
        @Description("When it is due: ISO 8601 with offset, for example `2027-01-31T09:00:00Z`. Goes before `dueIn`.")
        String dueDate,

        @DefaultValue("P1D")
        @Description("When it is due, counted from now in the location's time zone: `P1D`, `PT4H`, `2 days`,"
                + " `1 business day at 09:00`.")
        String dueIn,

        @Id @Description("User of the CRM who shall do it.") String assignedTo,

        @DefaultValue("false") @Description("True when it is done already.")
        Boolean completed) {}
