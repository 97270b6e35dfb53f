package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The published JSON Schema of form definitions, {@code /form.schema.json}. */
final class FormSchema {

    private static final String RESOURCE = "META-INF/resources/form.schema.json";

    private final JsonSchema schema;

    FormSchema() {
        InputStream published = FormSchema.class.getClassLoader().getResourceAsStream(RESOURCE);
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(published);
    }

    List<FormProblem> problems(String path, JsonNode form) {
        return schema.validate(form).stream()
                .map(message -> new FormProblem(path, YamlTree.lineOf(node(message)), sentence(message)))
                .distinct()
                .toList();
    }

    /** The node whose line is reported: for an unexpected field, that field. */
    private static JsonNode node(ValidationMessage message) {
        JsonNode node = message.getInstanceNode();
        JsonNode field = message.getProperty() == null ? null : node.get(message.getProperty());
        return field == null ? node : field;
    }

    private String sentence(ValidationMessage message) {
        String location = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        String where = location.isEmpty() ? "" : location + " ";
        return switch (message.getType()) {
            case "additionalProperties" ->
                where + "has no field " + message.getProperty() + ": use one of " + fields(message);
            case "required" ->
                where + "must have "
                        + (isOneOfSeveral(message)
                                ? "email or phone, which identify a contact in the CRM"
                                : message.getProperty());
            case "type" -> where + "must be " + article(message.getSchemaNode().asText()) + quotesHint(message);
            case "enum" -> where + "must be one of " + String.join(", ", FormNode.texts(message.getSchemaNode()));
            case "const" -> where + "must be " + message.getSchemaNode().asText() + " or be omitted";
            case "false" -> where + "cannot be combined with erase: remove one of them";
            case "pattern" ->
                where + "does not accept \"" + message.getInstanceNode().asText() + "\": " + description(message);
            case "propertyNames" ->
                where + "has the invalid name " + message.getProperty() + ": use only letters, digits and _";
            default -> where + message.getError();
        };
    }

    private static String quotesHint(ValidationMessage message) {
        boolean isBrace = message.getSchemaNode().asText().equals("string")
                && message.getInstanceNode().isObject();
        return isBrace ? ": put quotes around text that begins with {" : "";
    }

    private static String article(String type) {
        return switch (type) {
            case "string" -> "text";
            case "object" -> "a mapping of fields to values";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    /** The schema's only anyOf requires email or phone. */
    private static boolean isOneOfSeveral(ValidationMessage message) {
        return message.getEvaluationPath().toString().contains("anyOf");
    }

    /** The fields that the schema allows in place of the unexpected one. */
    private String fields(ValidationMessage message) {
        String rule = message.getSchemaLocation().getFragment().toString();
        String owner = rule.substring(0, rule.lastIndexOf('/'));
        List<String> names = new ArrayList<>();
        schema.getSchemaNode().at(owner + "/properties").fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    /** The schema's description of the value, or of the list that contains it. */
    private String description(ValidationMessage message) {
        String place = message.getSchemaLocation().getFragment().toString();
        String pattern = message.getSchemaNode().asText();
        while (place.lastIndexOf('/') > 0) {
            place = place.substring(0, place.lastIndexOf('/'));
            JsonNode description = schema.getSchemaNode().at(place).path("description");
            if (description.isTextual()) {
                return description.asText().replaceFirst("\\.$", "");
            }
        }
        return pattern;
    }
}
