package ghl.gateway.contact;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Custom field of a contact, with its value.")
public record CustomField(
        @Id @NonNull @Description("ID of the field.") String id,

        @Description("Key of the field without the `contact.` prefix, for example `roof_type`. Null when the location"
                + " no longer defines the field.")
        String key,

        @Description("Display name of the field. Null when the location no longer defines the field.")
        String name,

        @NonNull @Description("Values as text. A checkbox list may have several. A file is given by its URL.")
        List<@NonNull String> values) {}
