package ghl.gateway.contact;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ContactOrder")
@Description("The order of a list of contacts.")
public record ContactOrder(
        @NonNull @Description("The field to order by.") ContactOrderField field,
        @DefaultValue("DESC") @Description("Up or down.") OrderDirection direction) {}
