package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A custom field of a location. Source: Locations API, get-custom-fields.
 *
 * @param fieldKey with the prefix {@code contact.}
 * @param dataType the vendor's word, such as TEXT, NUMERICAL, CHECKBOX or DATE
 */
public record SandboxCustomField(
        String id,
        String name,
        String fieldKey,
        String dataType,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> picklistOptions) {

    private static final String PREFIX = "contact.";
    private static final Set<String> NUMBERS = Set.of("NUMERICAL", "MONETORY");
    private static final Set<String> LISTS = Set.of("CHECKBOX", "MULTIPLE_OPTIONS");
    private static final Set<String> FILES = Set.of("FILE_UPLOAD", "SIGNATURE", "TEXTBOX_LIST");

    public SandboxCustomField {
        if (name == null || name.isBlank() || dataType == null || dataType.isBlank()) {
            throw new IllegalArgumentException("a custom field needs a name and a dataType");
        }
        id = id == null ? Ids.next() : id;
        String key = fieldKey == null ? name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") : fieldKey;
        fieldKey = key.startsWith(PREFIX) ? key : PREFIX + key;
    }

    public boolean isCalled(String idOrKey) {
        return id.equals(idOrKey) || fieldKey.equals(idOrKey) || fieldKey.equals(PREFIX + idOrKey);
    }

    /** Whether a value fits the field's type. A value that does not is answered with 200 and not stored. Reported. */
    public boolean keeps(JsonNode value) {
        if (NUMBERS.contains(dataType)) {
            return value.isNumber();
        }
        if (LISTS.contains(dataType)) {
            return value.isArray();
        }
        if (FILES.contains(dataType)) {
            return value.isObject() || value.isArray();
        }
        return value.isTextual();
    }
}
