package ghl.gateway.sandbox.search;

import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.search.SearchField.Type;
import ghl.gateway.sandbox.state.SandboxCustomField;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The search fields of one location. Reported. Fields that nothing in the sandbox fills (mail clicks, workflows) are
 * known and empty.
 */
final class SearchFields {

    private static final Map<String, Type> BUILT_IN = builtIn();
    private static final String CUSTOM = "customFields.";

    private final List<SandboxCustomField> customFields;

    SearchFields(SandboxLocation location) {
        this.customFields = location.customFields();
    }

    SearchField find(String name) {
        Type type = BUILT_IN.get(name);
        if (type != null) {
            return SearchField.named(type, name);
        }
        if (name.startsWith(CUSTOM)) {
            return custom(name);
        }
        throw unknown(name);
    }

    private SearchField custom(String name) {
        String[] parts = name.substring(CUSTOM.length()).split("\\.", 2);
        SandboxCustomField field = customFields.stream()
                .filter(known -> known.id().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        return parts.length == 2
                ? SearchField.customOption(field.id(), parts[1])
                : SearchField.custom(typeOf(field), field.id());
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
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("id", Type.ID);
        for (String name : List.of(
                "firstNameLowerCase",
                "lastNameLowerCase",
                "phone",
                "address",
                "city",
                "state",
                "postalCode",
                "businessName",
                "companyName",
                "source",
                "tags")) {
            fields.put(name, Type.TEXT);
        }
        for (String name : List.of(
                "contactName",
                "email",
                "country",
                "website",
                "assignedTo",
                "timezone",
                "type",
                "dnd",
                "validEmail",
                "isValidWhatsapp",
                "followers",
                "activeWorkflows",
                "finishedWorkflows")) {
            fields.put(name, Type.EQUALITY);
        }
        for (String name : List.of(
                "dateOfBirth",
                "dateAdded",
                "dateUpdated",
                "lastAppointment",
                "lastEmailClickedDate",
                "lastEmailOpenedDate")) {
            fields.put(name, Type.DATE);
        }
        return Map.copyOf(fields);
    }
}
