package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.HashMap;
import java.util.Map;

/**
 * Tally's webhooks. Answers are named by their question's label; option ids are replaced by the options' texts.
 *
 * <p>Source: Tally's help page "Webhooks". In addition to the list of a checkbox question, Tally sends a boolean per option,
 * whose key is the question's key followed by the option's id: these are skipped. A matrix arrives as row and column ids and
 * is kept unchanged.
 */
final class Tally implements SenderFormat {

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
        return request.tree().path("data").has("responseId");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode data = body.path("data");
        if (!body.path("eventType").asText().equals("FORM_RESPONSE") || !data.isObject()) {
            throw MalformedBodyException.malformed("The body is not a FORM_RESPONSE event of Tally");
        }
        AnswerList answers = new AnswerList(questions);
        data.path("fields").forEach(field -> add(answers, field));
        return answers.received(
                data.path("responseId").asText(body.path("eventId").asText()));
    }

    private static void add(AnswerList answers, JsonNode field) {
        JsonNode value = field.path("value");
        if (field.path("type").asText().equals("CHECKBOXES") && value.isBoolean()) {
            return;
        }
        Map<String, String> texts = new HashMap<>();
        field.path("options")
                .forEach(option -> texts.put(
                        option.path("id").asText(), option.path("text").asText()));
        String name = answers.label(field.path("label").asText(field.path("key").asText()));
        if (texts.isEmpty()) {
            answers.add(name, value);
        } else if (value.isArray()) {
            value.forEach(chosen -> answers.add(name, texts.getOrDefault(chosen.asText(), chosen.asText())));
        } else if (!value.isNull()) {
            answers.add(name, texts.getOrDefault(value.asText(), value.asText()));
        }
    }
}
