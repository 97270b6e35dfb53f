package ghl.gateway.contact;

import java.util.List;

/**
 * One custom field of a location's catalogue.
 *
 * @param key without the {@code contact.} prefix that the vendor puts before it
 * @param dataType the vendor's word, for example {@code TEXT}, {@code NUMERICAL}, {@code CHECKBOX}
 * @param options the choices of a choice field, empty for any other
 */
public record CustomFieldDefinition(String id, String key, String name, String dataType, List<String> options) {

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
