package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The published JSON Schema of forms, {@code /form.schema.json}. */
final class FormSchema {

    private static final String ADDRESS = "META-INF/resources/form.schema.json";

    private final JsonSchema schema;

    FormSchema() {
        InputStream published = FormSchema.class.getClassLoader().getResourceAsStream(ADDRESS);
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(published);
    }

    List<FormProblem> problems(String path, JsonNode form) {
        return schema.validate(form).stream()
                .map(message -> new FormProblem(path, YamlTree.lineOf(place(message)), sentence(message)))
                .distinct()
                .toList();
    }

    /** Of a field that should not be there: that field. */
    private static JsonNode place(ValidationMessage message) {
        JsonNode node = message.getInstanceNode();
        JsonNode field = message.getProperty() == null ? null : node.get(message.getProperty());
        return field == null ? node : field;
    }

    private String sentence(ValidationMessage message) {
        String place = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        String where = place.isEmpty() ? "" : place + " ";
        return switch (message.getType()) {
            case "additionalProperties" -> where + "has no " + message.getProperty() + "; there is " + known(message);
            case "required" ->
                where + "must have "
                        + (isOneOfSeveral(message)
                                ? "email or phone: the CRM knows people by them"
                                : message.getProperty());
            case "type" -> where + "must be " + article(message.getSchemaNode().asText()) + quotesHint(message);
            case "enum" -> where + "must be one of " + String.join(", ", texts(message.getSchemaNode()));
            case "const" -> where + "must be " + message.getSchemaNode().asText() + ", or be left out";
            case "false" -> where + "does not go together with erase";
            case "pattern" ->
                where + "is " + message.getInstanceNode().asText() + ", which does not fit: " + description(message);
            case "propertyNames" -> where + "has the name " + message.getProperty() + ": letters, digits and _ only";
            default -> where + message.getError();
        };
    }

    private static String quotesHint(ValidationMessage message) {
        boolean isBrace = message.getSchemaNode().asText().equals("string")
                && message.getInstanceNode().isObject();
        return isBrace ? ": put quotes around a text that begins with {" : "";
    }

    private static String article(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "object" -> "fields with values";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    /** The one place where the schema wants either of two. */
    private static boolean isOneOfSeveral(ValidationMessage message) {
        return message.getEvaluationPath().toString().contains("anyOf");
    }

    /** The fields that the schema has where the message is about one that it has not. */
    private String known(ValidationMessage message) {
        String place = message.getSchemaLocation().getFragment().toString();
        String owner = place.substring(0, place.lastIndexOf('/'));
        List<String> names = new ArrayList<>();
        schema.getSchemaNode().at(owner + "/properties").fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    /** What the schema says of the place that the message is about, or, of an entry, of its list. */
    private String description(ValidationMessage message) {
        String place = message.getSchemaLocation().getFragment().toString();
        String pattern = message.getSchemaNode().asText();
        while (place.lastIndexOf('/') > 0) {
            place = place.substring(0, place.lastIndexOf('/'));
            JsonNode said = schema.getSchemaNode().at(place).path("description");
            if (said.isTextual()) {
                return said.asText().replaceFirst("\\.$", "");
            }
        }
        return pattern;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
