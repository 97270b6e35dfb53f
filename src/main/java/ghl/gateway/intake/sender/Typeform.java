package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Typeform's webhooks. Answers are named by their question's {@code ref} if the form's author set one, else by the
 * question's title; hidden fields and variables by their own names.
 *
 * <p>Source: Typeform's pages "Webhooks: example payload" and "Secure your webhooks". The key of an answer's value is
 * the answer's type ({@code "type": "email", "email": …}); unknown types are flattened as JSON.
 */
final class Typeform implements SenderFormat {

    /** A ref that Typeform generated because the author set none. */
    private static final Pattern GENERATED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

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
        return request.tree().path("form_response").isObject();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode response = body.path("form_response");
        if (!body.path("event_type").asText().equals("form_response") || !response.isObject()) {
            throw MalformedBodyException.malformed("The body is not a form_response event of Typeform");
        }
        Map<String, String> titles = new HashMap<>();
        response.path("definition")
                .path("fields")
                .forEach(field -> titles.put(
                        field.path("id").asText(), field.path("title").asText()));
        AnswerList answers = new AnswerList(questions);
        response.path("answers").forEach(answer -> add(answers, answer, titles));
        response.path("hidden").fields().forEachRemaining(hidden -> answers.add(hidden.getKey(), hidden.getValue()));
        response.path("variables")
                .forEach(variable -> answers.add(variable.path("key").asText(), value(variable)));
        return answers.received(response.path("token").asText());
    }

    private static void add(AnswerList answers, JsonNode answer, Map<String, String> titles) {
        JsonNode field = answer.path("field");
        String ref = field.path("ref").asText();
        boolean isNamed = !ref.isBlank() && !GENERATED.matcher(ref).matches();
        String title = titles.getOrDefault(field.path("id").asText(), ref);
        String name = isNamed ? ref : answers.label(title);
        switch (answer.path("type").asText()) {
            case "choice" -> addChoice(answers, name, answer.path("choice"));
            case "choices" -> addChoices(answers, name, answer.path("choices"));
            default -> answers.add(name, value(answer));
        }
    }

    private static void addChoice(AnswerList answers, String name, JsonNode choice) {
        answers.add(name, choice.path("label").asText())
                .add(name, choice.path("other").asText());
    }

    private static void addChoices(AnswerList answers, String name, JsonNode choices) {
        answers.add(name, choices.path("labels"))
                .add(name, choices.path("other").asText());
    }

    private static JsonNode value(JsonNode typed) {
        return typed.path(typed.path("type").asText());
    }
}
