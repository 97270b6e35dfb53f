package ghl.gateway.graph.connection;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactPage;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of contacts.")
public record ContactConnection(
        @NonNull @Description("The contacts with their cursors.")
        List<@NonNull ContactEdge> edges,

        @NonNull @Description("The contacts alone.") List<@NonNull Contact> nodes,
        @NonNull @Description("Where this page stands.") PageInfo pageInfo,

        @Description("How many contacts the CRM counts in all; null when it does not say.")
        Integer totalCount) {

    public static ContactConnection of(ContactPage page, boolean hasPreviousPage) {
        List<ContactEdge> edges = page.rows().stream()
                .map(row -> new ContactEdge(row.contact(), Cursor.pack(row.position())))
                .toList();
        List<Contact> nodes = edges.stream().map(ContactEdge::node).toList();
        List<String> cursors = edges.stream().map(ContactEdge::cursor).toList();
        return new ContactConnection(
                edges, nodes, PageInfo.of(cursors, hasPreviousPage, page.hasNextPage()), page.total());
    }
}
