package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Typeform's webhooks. Answers are named by their question's {@code ref} if the form's author set one, else by the
 * question's title; hidden fields and variables by their own names, unless a question has that name.
 *
 * <p>Source: Typeform's pages "Webhooks: example payload" and "Secure your webhooks". The key of an answer's value is
 * the answer's type ({@code "type": "email", "email": …}); unknown types are flattened as JSON.
 */
final class Typeform implements SenderFormat {

    /** A ref that Typeform generated because the author set none: a UUID or a ULID. */
    private static final Pattern GENERATED = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26}",
            Pattern.CASE_INSENSITIVE);

    /** Quotes another answer, or emphasizes. */
    private static final Pattern TITLE_MARKUP = Pattern.compile("\\{\\{[^{}]*\\}\\}|\\*");

    private static final Pattern EMPHASIS = Pattern.compile("\\b_+([^_]+)_+\\b");

    /** What is left of a sentence that addressed the person by another answer. */
    private static final Pattern GREETING = Pattern.compile("^[\\p{L} ]{1,30}[ ,]*[!.,]\\s+");

    @Override
    public SenderType type() {
        return SenderType.TYPEFORM;
    }

    @Override
    public Signature signature() {
        return new BodySignature("Typeform-Signature", "sha256=");
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().path("form_response").isObject()
                && request.tree().path("event_type").asText().startsWith("form_response");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode response = body.path("form_response");
        if (body.path("event_type").asText().equals("form_response_partial")) {
            return ReceivedAnswers.ignored("Typeform sent this response before it was finished");
        }
        if (!body.path("event_type").asText().equals("form_response")
                || !response.path("answers").isArray()) {
            throw MalformedBodyException.malformed("The body is not a form_response event of Typeform");
        }
        AnswerList answers = new AnswerList(questions);
        Map<String, String> names = names(answers, response.path("definition").path("fields"));
        JsonNode given = response.path("answers");
        if (given.isEmpty()) {
            answers.add("", given); // not nothing, but no answer
        }
        given.forEach(answer -> add(answers, answer, names));
        addVariables(answers, response);
        response.path("hidden").properties().forEach(hidden -> answers.addHidden(hidden.getKey(), hidden.getValue()));
        return answers.received(response.path("token").asText(""));
    }

    /** By the field's id. Refs that the author chose are kept as they are, so titles that equal one get a number. */
    private static Map<String, String> names(AnswerList answers, JsonNode definition) {
        List<JsonNode> fields = fields(definition)
                .sorted(Comparator.comparing(
                                (JsonNode field) -> !subfields(field).isEmpty())
                        .thenComparing(field -> isGenerated(ref(field))))
                .toList();
        List<String> labels =
                answers.labels(fields.stream().map(Typeform::labels).toList());
        Map<String, String> names = new HashMap<>();
        for (int place = 0; place < labels.size(); place++) {
            names.put(fields.get(place).path("id").asText(), labels.get(place));
        }
        return names;
    }

    /** Questions in groups, such as those for contact data, are questions like others. */
    private static Stream<JsonNode> fields(JsonNode fields) {
        List<JsonNode> all = new ArrayList<>();
        fields.forEach(field -> {
            all.add(field);
            fields(subfields(field)).forEach(all::add);
        });
        return all.stream();
    }

    private static JsonNode subfields(JsonNode field) {
        return field.path("properties").path("fields");
    }

    private static List<String> labels(JsonNode field) {
        String title = field.path("title").asText();
        String plain = TITLE_MARKUP
                .matcher(title)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        String bare = GREETING.matcher(EMPHASIS.matcher(plain).replaceAll("$1")).replaceFirst("");
        return isGenerated(ref(field))
                ? List.of(plain, title, bare, ref(field))
                : List.of(ref(field), plain, title, bare);
    }

    private static String ref(JsonNode field) {
        return field.path("ref").asText();
    }

    private static boolean isGenerated(String ref) {
        return ref.isBlank() || GENERATED.matcher(ref).matches();
    }

    private static void add(AnswerList answers, JsonNode answer, Map<String, String> names) {
        JsonNode field = answer.path("field");
        String known = names.get(field.path("id").asText());
        String name = known == null ? answers.label(ref(field)) : known;
        JsonNode value = value(answer);
        switch (answer.path("type").asText()) {
            case "choice" -> addChoices(answers, name, value.path("label"), value);
            case "choices" -> addChoices(answers, name, value.path("labels"), value);
            case "file_url" -> answers.add(name, value).files(1);
            default -> answers.add(name, value);
        }
    }

    /** Pictures may have no label. */
    private static void addChoices(AnswerList answers, String name, JsonNode labels, JsonNode choices) {
        boolean isLabelled = labels.isTextual() || !labels.isEmpty();
        answers.add(name, isLabelled ? labels : choices.path(choices.has("ids") ? "ids" : "id"));
        answers.add(name, choices.path("other").asText());
    }

    private static void addVariables(AnswerList answers, JsonNode response) {
        JsonNode variables = response.path("variables");
        variables.forEach(variable -> answers.addHidden(variable.path("key").asText(), value(variable)));
        boolean hasScore = JsonAnswers.any(
                variables, variable -> variable.path("key").asText().equals("score"));
        if (!hasScore) {
            response.path("calculated").properties().forEach(sum -> answers.addHidden(sum.getKey(), sum.getValue()));
        }
    }

    private static JsonNode value(JsonNode typed) {
        return typed.path(typed.path("type").asText());
    }
}
