package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;

/**
 * Paperform's webhooks. Answers are named by their question's custom key if it has one, else by its title; the form may ask
 * for any of them, or for the generated key. Partial submissions are ignored: the complete one follows.
 *
 * <p>No signature is documented, so connect it with a link. Source: public receivers of its webhooks.
 */
final class Paperform implements SenderFormat {

    private static final String SUBMISSION_ID = "submission_id";

    @Override
    public SenderType type() {
        return SenderType.PAPERFORM;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode questions = request.tree().path("data");
        return request.tree().has(SUBMISSION_ID)
                && questions.path(0).has("key")
                && questions.path(0).has("custom_key");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        if (!matches(request)) {
            throw MalformedBodyException.malformed("The body is not a submission of Paperform");
        }
        if (body.path("trigger").asText("").contains("partial")) {
            return ReceivedAnswers.ignored("The form was not yet completed on Paperform");
        }
        SenderAnswers answers = new SenderAnswers(questions);
        body.path("data")
                .forEach(question -> answers.add(
                        answers.label(
                                question.path("custom_key").asText(""),
                                question.path("title").asText(""),
                                question.path("key").asText("")),
                        question.path("value")));
        JsonNode device = body.path("device");
        return answers.addUtm(device)
                .list()
                .page(device.path("url").asText(""))
                .received(body.path(SUBMISSION_ID).asText(""));
    }
}
