package ghl.gateway.contact;

import java.util.List;

/**
 * Value of a custom field, read or to be written. The CRM identifies custom fields by ID only.
 *
 * @param value a {@code String}, a {@code BigDecimal}, a {@code List<String>}, or null to clear the field
 */
public record CustomFieldValue(String id, Object value) {

    /** The value as texts: one for a plain field, several for a list, none for null. */
    public List<String> texts() {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }
}
