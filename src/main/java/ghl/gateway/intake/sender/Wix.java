package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * Wix' automations for submitted forms, by link. Answers are named by their label; {@code data} repeats them by field and as
 * those of a contact, which are answers only if the form asks for them. Source: users' descriptions; it was not verified with
 * a real account.
 */
final class Wix implements SenderFormat {

    private static final String DATA = "data";
    private static final String SUBMISSIONS = "submissions";

    @Override
    public SenderType type() {
        return SenderType.LINK;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode data = request.tree().path(DATA);
        return JsonAnswers.all(data.path(SUBMISSIONS), answer -> answer.has("label") && answer.has("value"))
                && (data.has("formName")
                        || data.has("formId")
                        || data.properties().stream()
                                .anyMatch(field -> field.getKey().startsWith("field:")));
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode data = request.tree().path(DATA);
        AnswerList answers = new AnswerList(questions).add("", data.path(SUBMISSIONS));
        data.properties().stream()
                .filter(field -> !field.getKey().equals(SUBMISSIONS))
                .forEach(field -> answers.addAsked(DATA + "." + field.getKey(), field.getValue()));
        return answers.received(data.path("submissionId").asText(""));
    }
}
