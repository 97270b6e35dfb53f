package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ContactOrder")
@Description("Sort order of a contact list.")
public record ContactOrder(
        @NonNull @Description("Field to sort by.") ContactOrderField field,

        @DefaultValue("DESC") @Description("Sort direction.")
        OrderDirection direction) {}
