package ghl.gateway.form.definition;

import ghl.gateway.form.template.FormText;
import ghl.gateway.submission.input.ContactPolicy;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The contact that answers make.
 *
 * @param fields by the names of {@code ContactInput}, in the order of the file
 * @param customFields by their keys, in the order of the file
 */
public record ContactDefinition(
        ContactPolicy policy, Map<String, FormText> fields, Map<String, FormText> customFields) {

    Stream<FormText> texts() {
        return Stream.concat(fields.values().stream(), customFields.values().stream());
    }
}
