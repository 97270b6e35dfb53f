package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.JsonText;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jotform's webhooks: a form whose field {@code rawRequest} contains the answers as JSON. The answer {@code q3_name} is named
 * {@code name}; parts of a compound answer are named {@code name.first}. Uploads are lists of addresses under the bare name.
 *
 * <p>Jotform documents no format and no signature for its webhooks beyond the help page "How to set up a webhook"; this
 * follows its users' descriptions. Connect it with a link, whose address is the secret. Editing a submission sends it again
 * with the same {@code submissionID}: different answers are a different event.
 */
final class Jotform implements SenderFormat {

    private static final String RAW_REQUEST = "rawRequest";
    private static final String SUBMISSION = "submissionID";
    private static final String WIDGET = "widget_metadata";
    private static final String PREVIEW = "preview";
    private static final Pattern QUESTION = Pattern.compile("q\\d+_(.+)", Pattern.DOTALL);

    @Override
    public SenderType type() {
        return SenderType.JOTFORM;
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().has(RAW_REQUEST) && request.tree().has(SUBMISSION);
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode fields = request.tree();
        JsonNode raw = fields.path(RAW_REQUEST);
        JsonNode rawRequest = raw.isTextual() ? JsonText.inside(raw.asText()).orElse(raw) : raw;
        if (!rawRequest.isObject()) {
            throw MalformedBodyException.malformed(
                    "The body is not a Jotform webhook: the field " + RAW_REQUEST + " must be a JSON object");
        }
        AnswerList list = new AnswerList(questions);
        rawRequest.properties().forEach(field -> add(list, field.getKey(), field.getValue()));
        ReceivedAnswers received = list.received(fields.path(SUBMISSION).asText(""));
        boolean isPreview = fields.path(PREVIEW).asText().equals("true")
                || rawRequest.path(PREVIEW).asText().equals("true");
        return isPreview ? received.ignoredAs("Jotform sent this from the preview of the form") : received;
    }

    /** Skips Jotform's own data, such as paths, page tokens and timings. */
    private static void add(AnswerList answers, String key, JsonNode value) {
        Matcher question = QUESTION.matcher(key);
        if (question.matches()) {
            answers.add(question.group(1), withoutMetadata(value));
        } else if (JsonAnswers.all(value, file -> UploadedFile.isAddress(file.asText()))) {
            answers.add(key, value).files(value.size());
        }
    }

    /** A widget's answer is JSON text, which may describe the widget as well. */
    private static JsonNode withoutMetadata(JsonNode value) {
        return JsonText.inside(value.asText())
                .filter(widget -> widget.has(WIDGET))
                .map(widget -> (JsonNode) ((ObjectNode) widget).without(WIDGET))
                .orElse(value);
    }
}
