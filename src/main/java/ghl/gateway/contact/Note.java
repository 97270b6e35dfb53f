package ghl.gateway.contact;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something that somebody wrote down about a contact.")
public record Note(
        @Id @NonNull @Description("The CRM's id of the note.")
        String id,

        @Id @Description("The contact it belongs to.") String contactId,

        @Description("The text, as text or as the HTML that the CRM's own editor makes.")
        String body,

        @Description("Title, when it has one.") String title,

        @Description("Colour in the CRM's list, as hexadecimal.")
        String color,

        @Description("True when it is kept on top of the CRM's list.")
        Boolean pinned,

        @Id @Description("User of the CRM who wrote it.") String userId,
        @Description("When it was written.") Instant dateAdded) {}
