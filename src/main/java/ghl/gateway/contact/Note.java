package ghl.gateway.contact;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Note about a contact.")
public record Note(
        @Id @NonNull @Description("ID of the note.") String id,
        @Id @Description("ID of the contact.") String contactId,

        @Description("Text: plain, or HTML when written in the CRM's editor.")
        String body,

        @Description("Title. Null when the note has none.") String title,
        @Description("Color in the CRM, in hexadecimal.") String color,
        @Description("Whether it is pinned in the CRM.") Boolean pinned,
        @Id @Description("ID of the author, a CRM user.") String userId,
        @Description("Time of creation.") Instant dateAdded) {}
