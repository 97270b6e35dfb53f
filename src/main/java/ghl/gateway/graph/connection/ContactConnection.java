package ghl.gateway.graph.connection;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.ContactPage;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Page of contacts.")
public record ContactConnection(
        @NonNull @Description("Contacts with their cursors.")
        List<@NonNull ContactEdge> edges,

        @NonNull @Description("Contacts of the page.") List<@NonNull Contact> nodes,
        @NonNull @Description("Position of the page.") PageInfo pageInfo,

        @Description("Number of matching contacts on all pages. Null when the CRM does not report it.")
        Integer totalCount) {

    @Description("Contact with its position in the list.")
    public record ContactEdge(
            @NonNull @Description("The contact.") Contact node,

            @NonNull @Description("Position after this contact. Pass it as `after` to continue from here.")
            String cursor) {}

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
