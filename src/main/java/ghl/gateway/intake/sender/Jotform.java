package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.intake.body.FormField;
import ghl.gateway.intake.body.JsonText;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jotform's webhooks: a multipart form whose field {@code rawRequest} holds the answers as JSON. The answer {@code q3_name}
 * goes by {@code name}, and the parts of a compound one by {@code name.first}.
 *
 * <p>Jotform publishes neither a format nor a signature of its webhooks beyond its help page "How to set up a webhook"; this
 * follows what it sends, as its users describe it. Whoever connects it uses a link, whose address is the secret. Editing a
 * submission sends it again under the same {@code submissionID}: other answers are another event.
 */
final class Jotform implements AnswerExtractor {

    private static final Pattern QUESTION = Pattern.compile("q\\d+_(.+)");

    @Override
    public ReceivedAnswers flatten(RequestBody posted) {
        List<FormField> fields = posted.fields();
        JsonNode request = JsonText.object(field(fields, "rawRequest"));
        AnswerList list = new AnswerList();
        request.fields().forEachRemaining(entry -> add(list, entry));
        Answers answers = list.answers();
        return ReceivedAnswers.of(answers, EventIds.ofEntry(field(fields, "submissionID"), answers));
    }

    /** What is no question is of Jotform's own making: the path, the tokens of its page, how long it took. */
    private static void add(AnswerList answers, Map.Entry<String, JsonNode> entry) {
        Matcher question = QUESTION.matcher(entry.getKey());
        if (question.matches()) {
            answers.add(question.group(1), entry.getValue());
        }
    }

    private static String field(List<FormField> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(FormField::value)
                .findFirst()
                .orElseThrow(() -> MalformedBodyException.broken("This is nothing of Jotform: it has no " + name));
    }
}
