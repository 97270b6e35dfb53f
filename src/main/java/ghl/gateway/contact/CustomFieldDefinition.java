package ghl.gateway.contact;

import java.util.List;

/**
 * Definition of a custom field in a location.
 *
 * @param key without the vendor's {@code contact.} prefix
 * @param dataType as named by the vendor, for example {@code TEXT}, {@code NUMERICAL}, {@code CHECKBOX}
 * @param options choices of a choice field, otherwise empty
 */
public record CustomFieldDefinition(String id, String key, String name, String dataType, List<String> options) {

    private static final String PREFIX = "contact.";

    /** Whether a key, with or without the vendor's prefix, is that of the field. */
    public boolean hasKey(String wanted) {
        return key != null && (wanted.equals(key) || wanted.equals(PREFIX + key));
    }

    public boolean isNumber() {
        return "NUMERICAL".equals(dataType) || "MONETORY".equals(dataType);
    }

    public boolean isDate() {
        return "DATE".equals(dataType);
    }

    public boolean isList() {
        return "CHECKBOX".equals(dataType) || "MULTIPLE_OPTIONS".equals(dataType);
    }
}
