package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ghl.gateway.sandbox.contact.ContactView;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.state.SandboxCustomField;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field that filters may use. Reported. Fields that nothing in the sandbox fills (mail clicks, workflows) are
 * accepted and always empty.
 *
 * @param values the contact's values; empty without any
 */
record SearchField(Type type, Function<ObjectNode, List<JsonNode>> values) {

    /** The operators of a field. Reported. */
    enum Type {
        TEXT("eq", "not_eq", "contains", "not_contains", "exists", "not_exists"),
        EQUALITY("eq", "not_eq", "exists", "not_exists"),
        ID("eq", "not_eq"),
        NUMBER("range", "eq", "not_eq", "exists", "not_exists"),
        DATE("range", "exists", "not_exists");

        private final List<String> operators;

        Type(String... operators) {
            this.operators = List.of(operators);
        }

        boolean takes(String operator) {
            return operators.contains(operator);
        }
    }

    private static final Map<String, Type> BUILT_IN = builtIn();
    private static final String CUSTOM = "customFields.";

    /** @throws SandboxRefusal for a field that the location does not have */
    static SearchField find(String name, SandboxLocation location) {
        Type type = BUILT_IN.get(name);
        if (type != null) {
            return new SearchField(type, contact -> valuesOf(stored(contact, name)));
        }
        if (!name.startsWith(CUSTOM)) {
            throw unknown(name);
        }
        String[] idAndOption = name.substring(CUSTOM.length()).split("\\.", 2);
        SandboxCustomField field = location.customFields().stream()
                .filter(known -> known.id().equals(idAndOption[0]))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        return idAndOption.length == 2 ? customOption(field.id(), idAndOption[1]) : custom(typeOf(field), field.id());
    }

    /** A custom field, by its ID. */
    private static SearchField custom(Type type, String id) {
        return new SearchField(type, contact -> SandboxJson.items(contact.path("customFields"))
                .filter(entry -> id.equals(SandboxJson.text(entry, "id")))
                .flatMap(entry -> valuesOf(entry.get("value")).stream())
                .toList());
    }

    /** One option of a custom field whose value is an object, such as a text box list. */
    private static SearchField customOption(String id, String option) {
        Function<ObjectNode, List<JsonNode>> whole = custom(Type.TEXT, id).values();
        return new SearchField(Type.TEXT, contact -> whole.apply(contact).stream()
                .flatMap(value -> valuesOf(value.path(option)).stream())
                .toList());
    }

    /** Sort value: dates in ms, text in lower case, null when empty. */
    static JsonNode sortValue(ObjectNode contact, String name) {
        JsonNode value = stored(contact, name);
        if (name.startsWith("date") && value.isTextual()) {
            return LongNode.valueOf(Instant.parse(value.textValue()).toEpochMilli());
        }
        if (value.isTextual() && !name.equals("id")) {
            return TextNode.valueOf(value.textValue().toLowerCase(Locale.ROOT));
        }
        return value.isMissingNode() ? NullNode.instance : value;
    }

    private static JsonNode stored(ObjectNode contact, String name) {
        return switch (name) {
            case "firstNameLowerCase" -> contact.path("firstName");
            case "lastNameLowerCase" -> contact.path("lastName");
            case "address" -> contact.path("address1");
            case "contactName" -> text(ContactView.fullName(contact));
            case "businessName" -> text(Rows.businessName(contact));
            default -> contact.path(name);
        };
    }

    private static JsonNode text(String text) {
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }

    private static List<JsonNode> valuesOf(JsonNode value) {
        Stream<JsonNode> all = value.isArray() ? SandboxJson.items(value) : Stream.of(value);
        return all.filter(one -> !one.isMissingNode() && !one.isNull()).toList();
    }

    private static Type typeOf(SandboxCustomField field) {
        return switch (field.dataType()) {
            case "NUMERICAL", "MONETORY" -> Type.NUMBER;
            case "DATE" -> Type.DATE;
            case "SINGLE_OPTIONS", "MULTIPLE_OPTIONS", "CHECKBOX", "RADIO" -> Type.EQUALITY;
            default -> Type.TEXT;
        };
    }

    private static SandboxRefusal unknown(String name) {
        return SandboxRefusal.badRequest("Invalid field " + name);
    }

    private static Map<String, Type> builtIn() {
        Map<String, Type> fields = new HashMap<>();
        fields.put("id", Type.ID);
        SandboxJson.words("""
                firstNameLowerCase lastNameLowerCase phone address city state postalCode businessName companyName
                source tags
                """).forEach(name -> fields.put(name, Type.TEXT));
        SandboxJson.words("""
                contactName email country website assignedTo timezone type dnd validEmail isValidWhatsapp followers
                activeWorkflows finishedWorkflows
                """).forEach(name -> fields.put(name, Type.EQUALITY));
        SandboxJson.words("""
                dateOfBirth dateAdded dateUpdated lastAppointment lastEmailClickedDate lastEmailOpenedDate
                """).forEach(name -> fields.put(name, Type.DATE));
        return Map.copyOf(fields);
    }
}
