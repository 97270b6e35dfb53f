package ghl.gateway.contact;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A custom field that the contact has a value for.")
public record CustomField(
        @Id @NonNull @Description("The CRM's id of the field.")
        String id,

        @Description("Key of the field without the `contact.` prefix, for example `roof_type`. Null when the location's"
                + " catalogue no longer lists the field.")
        String key,

        @Description("Name of the field as people see it. Null when the catalogue no longer lists it.")
        String name,

        @NonNull @Description("The value as text; several for a checkbox list, a file's address for a file.")
        List<@NonNull String> values) {}
