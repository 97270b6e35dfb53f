package ghl.gateway.graph.connection;

import ghl.gateway.contact.Contact;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A contact and its place in the list.")
public record ContactEdge(
        @NonNull @Description("The contact.") Contact node,

        @NonNull @Description("The place right behind it: give it as `after` to go on from here.")
        String cursor) {}
