package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The webhook action of Elementor Pro's forms. Answers are named by their field's label, or by its id when it has none. With
 * "Advanced Data", the form may also ask for the id. Elementor's own lines, such as the visitor's browser, are dropped.
 *
 * <p>Elementor does not sign and gives no id, so connect it with a link. Source: the plug-in's code.
 */
final class Elementor implements SenderFormat {

    private static final String FORM_ID = "form_id";
    private static final String FORM_NAME = "form_name";
    private static final String NO_LABEL = "No Label ";
    private static final Pattern BETWEEN_FILES = Pattern.compile(",(?=\\s*https?://)");

    @Override
    public SenderType type() {
        return SenderType.ELEMENTOR;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return isAdvanced(body)
                || body.path(FORM_ID).isTextual() && body.path(FORM_NAME).isTextual();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        SenderAnswers answers = new SenderAnswers(questions);
        if (isAdvanced(body)) {
            body.path("fields").properties().forEach(field -> add(answers, field.getKey(), field.getValue()));
            answers.list().page(body.path("meta").path("page_url").path("value").asText(""));
        } else {
            addLabelled(answers, body);
        }
        return answers.list().received(null);
    }

    private static boolean isAdvanced(JsonNode body) {
        JsonNode fields = body.path("fields");
        return body.path("form").has("id")
                && fields.isObject()
                && StreamSupport.stream(fields.spliterator(), false)
                        .allMatch(field -> field.has("id") && field.has("type"));
    }

    /** The raw value is a list where the value is one text; for an upload, it is a path on the server. */
    private static void add(SenderAnswers answers, String id, JsonNode field) {
        String name = answers.label(field.path("title").asText(""), id);
        JsonNode value = field.path("value");
        if (field.path("type").asText("").equals("upload") && !value.asText("").isBlank()) {
            List<String> files = List.of(BETWEEN_FILES.split(value.asText("")));
            files.forEach(file -> answers.list().add(name, file.strip()));
            answers.list().files(files.size());
        } else {
            answers.add(name, field.path("raw_value").isArray() ? field.path("raw_value") : value);
        }
    }

    private static void addLabelled(SenderAnswers answers, JsonNode body) {
        Map<ElementorLine, String> own = ElementorLine.in(body, FORM_ID);
        Collection<String> ownNames = own.values();
        answers.list().page(body.path(own.getOrDefault(ElementorLine.PAGE, "")).asText(""));
        answers.addMembers(
                body,
                name -> ownNames.contains(name) || name.equals(FORM_ID) || name.equals(FORM_NAME),
                name -> name.startsWith(NO_LABEL) ? name.substring(NO_LABEL.length()) : name);
    }
}
