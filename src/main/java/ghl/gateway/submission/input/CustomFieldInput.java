package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CustomFieldInput")
@Description(
        "A value for a custom field, named by exactly one of key and id. Neither value nor values: the field is cleared.")
public record CustomFieldInput(
        @Description("Key of the field, with or without the `contact.` prefix.")
        String key,

        @Id @Description("The CRM's id of the field.") String id,

        @Description("The value; a number or a date as text.")
        String value,

        @Description("The values of a checkbox list.") List<@NonNull String> values) {

    public CustomFieldInput(String key, String id, String value, List<String> values) {
        this.key = key;
        this.id = id;
        this.value = value;
        this.values = values;
    }
}
