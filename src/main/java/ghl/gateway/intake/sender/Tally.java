package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.HashMap;
import java.util.Map;

/**
 * Tally's webhooks. An answer goes by its question's label; chosen options, which come as ids, by their texts.
 *
 * <p>Source: Tally's help page "Webhooks". Beside the list of a checkbox question Tally sends a yes or no for each of its
 * options, under the same key with the option's id behind it: these are left out. A matrix comes as rows and columns of
 * ids; it is kept as it is.
 */
final class Tally implements AnswerExtractor {

    @Override
    public ReceivedAnswers flatten(RequestBody posted) {
        JsonNode body = posted.json();
        JsonNode data = body.path("data");
        if (!body.path("eventType").asText().equals("FORM_RESPONSE") || !data.isObject()) {
            throw MalformedBodyException.broken("This is no FORM_RESPONSE of Tally");
        }
        AnswerList answers = new AnswerList();
        data.path("fields").forEach(field -> add(answers, field));
        return ReceivedAnswers.of(
                answers.answers(),
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
        String name =
                answers.distinct(field.path("label").asText(field.path("key").asText()));
        if (texts.isEmpty()) {
            answers.add(name, value);
        } else if (value.isArray()) {
            value.forEach(chosen -> answers.add(name, texts.getOrDefault(chosen.asText(), chosen.asText())));
        } else if (!value.isNull()) {
            answers.add(name, texts.getOrDefault(value.asText(), value.asText()));
        }
    }
}
