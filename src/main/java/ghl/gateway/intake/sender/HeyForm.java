package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.QuestionItems;
import ghl.gateway.intake.body.RequestBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HeyForm's webhooks, by link. The questions are {@code fields} and the answers {@code answers}; a title is a list of texts
 * and of mentions of other answers. Source: HeyForm's page "Webhook".
 */
final class HeyForm implements SenderFormat {

    @Override
    public SenderType type() {
        return SenderType.LINK;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return body.has("formId")
                && body.path("answers").isArray()
                && JsonAnswers.all(body.path("fields"), field -> field.has("kind") && field.has("title"));
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        AnswerList answers = new AnswerList(questions);
        List<String> ids = new ArrayList<>();
        List<List<String>> titles = new ArrayList<>();
        body.path("fields").forEach(field -> {
            ids.add(field.path("id").asText());
            titles.add(List.of(QuestionItems.title(field.path("title")), ids.get(ids.size() - 1)));
        });
        List<String> labels = answers.labels(titles);
        Map<String, String> names = new HashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            names.put(ids.get(place), labels.get(place));
        }
        body.path("answers").forEach(answer -> {
            String id = answer.path("id").asText();
            answers.add(names.getOrDefault(id, id), answer.path("value"));
        });
        for (String beside : List.of("variables", "hiddenFields")) {
            body.path(beside)
                    .forEach(item -> answers.addHidden(item.path("name").asText(), item.path("value")));
        }
        return answers.received(body.path("id").asText(""));
    }
}
