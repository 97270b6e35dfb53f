package ghl.gateway.submission.input;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CustomFieldInput")
@Description("Custom field to write. Identify it by either `key` or `id`. Omit both `value` and `values` to clear it.")
public record CustomFieldInput(
        @Description("Key, `contact.` prefix optional.") String key,
        @Id @Description("ID of the field.") String id,

        @Description("Value as text. A number must have at most 30 digits; a date is `YYYY-MM-DD`.")
        String value,

        @Description("Values of a checkbox list, at most 200.")
        List<@NonNull String> values) {
    // Without this constructor, SmallRye would make the list non-null because of its non-null elements.
    public CustomFieldInput {}
}
