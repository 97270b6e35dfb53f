package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Tally's webhooks. Answers are named by their question's label, or its key without one; ids of options, rows and columns are
 * replaced by their texts. The rows of a matrix are named {@code Question.Row}.
 *
 * <p>Source: Tally's help page "Webhooks". In addition to the list of a checkbox question, Tally sends a boolean per option,
 * whose key is the question's key followed by the option's id: these are skipped. Editing a response sends it again with the
 * same id: different answers are a different event.
 */
final class Tally implements SenderFormat {

    /** Not typed by a person. */
    private static final Set<String> HIDDEN = Set.of("HIDDEN_FIELDS", "CALCULATED_FIELDS");

    @Override
    public SenderType type() {
        return SenderType.TALLY;
    }

    @Override
    public Signature signature() {
        return new BodySignature("Tally-Signature", "");
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode data = request.tree().path("data");
        return data.has("responseId") && data.path("fields").isArray();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode data = body.path("data");
        if (!body.path("eventType").asText().equals("FORM_RESPONSE") || !data.isObject()) {
            throw MalformedBodyException.malformed("The body is not a FORM_RESPONSE event of Tally");
        }
        AnswerList answers = new AnswerList(questions);
        Set<String> lists = lists(data.path("fields"));
        List<JsonNode> fields = new ArrayList<>();
        data.path("fields").forEach(field -> {
            if (!isHidden(field) && !isOption(field, lists)) {
                fields.add(field);
            }
        });
        List<String> names = answers.labels(fields.stream().map(Tally::names).toList());
        for (int place = 0; place < names.size(); place++) {
            add(answers, names.get(place), fields.get(place));
        }
        data.path("fields").forEach(field -> {
            if (isHidden(field)) {
                answers.addHidden(field.path("label").asText(), field.path("value"));
            }
        });
        return answers.received(
                data.path("responseId").asText(body.path("eventId").asText("")));
    }

    private static boolean isHidden(JsonNode field) {
        return HIDDEN.contains(field.path("type").asText());
    }

    /** Keys of the checkbox questions that have their options as a list. */
    private static Set<String> lists(JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.has("options") || field.path("value").isArray())
                .map(field -> field.path("key").asText())
                .collect(Collectors.toSet());
    }

    /** One option of a checkbox question that has its options as a list. */
    private static boolean isOption(JsonNode field, Set<String> lists) {
        String key = field.path("key").asText();
        return field.path("type").asText().equals("CHECKBOXES")
                && !lists.contains(key)
                && lists.contains(key.substring(0, Math.max(0, key.lastIndexOf('_'))));
    }

    private static List<String> names(JsonNode field) {
        return List.of(field.path("label").asText(""), field.path("key").asText());
    }

    private static void add(AnswerList answers, String name, JsonNode field) {
        JsonNode value = field.path("value");
        if (field.path("type").asText().equals("MATRIX") && value.isObject()) {
            Map<String, String> rows = texts(field.path("rows"));
            Map<String, String> columns = texts(field.path("columns"));
            value.properties()
                    .forEach(row -> addChosen(
                            answers,
                            name + "." + rows.getOrDefault(row.getKey(), row.getKey()),
                            row.getValue(),
                            columns));
        } else {
            addChosen(answers, name, value, texts(field.path("options")));
        }
    }

    private static void addChosen(AnswerList answers, String name, JsonNode value, Map<String, String> texts) {
        if (texts.isEmpty()) {
            answers.add(name, value);
        } else if (value.isArray()) {
            value.forEach(chosen -> answers.add(name, texts.getOrDefault(chosen.asText(), chosen.asText())));
        } else if (!value.isNull()) {
            answers.add(name, texts.getOrDefault(value.asText(), value.asText()));
        }
    }

    private static Map<String, String> texts(JsonNode options) {
        Map<String, String> texts = new HashMap<>();
        options.forEach(option ->
                texts.put(option.path("id").asText(), option.path("text").asText()));
        return texts;
    }
}
