package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.JsonText;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jotform's webhooks: a multipart form whose field {@code rawRequest} contains the answers as JSON. The answer {@code
 * q3_name} is named {@code name}; parts of a compound answer are named {@code name.first}.
 *
 * <p>Jotform documents no format and no signature for its webhooks beyond the help page "How to set up a webhook"; this
 * follows its users' descriptions. Connect it with a link, whose address is the secret. Editing a submission sends it again
 * with the same {@code submissionID}: different answers are a different event.
 */
final class Jotform implements SenderFormat {

    private static final Pattern QUESTION = Pattern.compile("q\\d+_(.+)");

    @Override
    public SenderType type() {
        return SenderType.JOTFORM;
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().has("rawRequest") && request.tree().has("submissionID");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode fields = request.tree();
        JsonNode rawRequest = JsonText.object(field(fields, "rawRequest"));
        AnswerList list = new AnswerList(questions);
        rawRequest.fields().forEachRemaining(entry -> add(list, entry));
        return list.receivedEntry(field(fields, "submissionID"));
    }

    /** Skips Jotform's own data, such as paths, page tokens and timings. */
    private static void add(AnswerList answers, Map.Entry<String, JsonNode> entry) {
        Matcher question = QUESTION.matcher(entry.getKey());
        if (question.matches()) {
            answers.add(question.group(1), entry.getValue());
        }
    }

    private static String field(JsonNode fields, String name) {
        if (!fields.path(name).isTextual()) {
            throw MalformedBodyException.malformed(
                    "The body is not a Jotform webhook: the field " + name + " is missing");
        }
        return fields.path(name).asText();
    }
}
