package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxCustomField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The values of a contact's custom fields. Sent as {@code {id or key, field_value | fieldValue | value}}, stored and
 * returned as {@code {id, value}}, merged by id. Unknown fields and wrong shapes are ignored silently. Source: reports.
 * Decided here: null, empty text and an empty list clear a value.
 */
final class CustomFieldValues {

    private CustomFieldValues() {}

    static ArrayNode merged(JsonNode present, JsonNode sent, List<SandboxCustomField> definitions) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        present.forEach(entry -> values.put(SandboxJson.text(entry, "id"), entry.get("value")));
        sent.forEach(entry -> definitions.stream()
                .filter(field -> isMeant(field, entry))
                .findFirst()
                .ifPresent(field -> take(values, field, value(entry))));
        return SandboxJson.nodes(values.entrySet().stream()
                .map(entry -> SandboxJson.object().put("id", entry.getKey()).set("value", entry.getValue())));
    }

    private static void take(Map<String, JsonNode> values, SandboxCustomField field, JsonNode value) {
        if (isCleared(value)) {
            values.remove(field.id());
        } else if (field.keeps(value)) {
            values.put(field.id(), value);
        }
    }

    private static boolean isMeant(SandboxCustomField field, JsonNode entry) {
        return Stream.of("id", "key")
                .map(name -> SandboxJson.text(entry, name))
                .anyMatch(idOrKey -> idOrKey != null && field.isCalled(idOrKey));
    }

    private static JsonNode value(JsonNode entry) {
        return Stream.of("field_value", "fieldValue", "value")
                .filter(entry::has)
                .findFirst()
                .map(entry::get)
                .orElse(entry.path("none"));
    }

    private static boolean isCleared(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isArray() && value.isEmpty());
    }
}
