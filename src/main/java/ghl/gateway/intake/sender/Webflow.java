package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;

/**
 * Webflow's webhook {@code form_submission}. Answers are named by their field's name.
 *
 * <p>Source: Webflow's pages "Form submission" (Data API v2; the older version, with a top-level {@code data}, is read too)
 * and "Verifying webhook signatures".
 */
final class Webflow implements SenderFormat {

    @Override
    public SenderType type() {
        return SenderType.WEBFLOW;
    }

    @Override
    public Signature signature() {
        return new WebflowSignature();
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().path("triggerType").asText().equals("form_submission");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode submission = body.path("payload").isObject() ? body.path("payload") : body;
        String trigger = body.path("triggerType").asText("form_submission");
        if (!trigger.equals("form_submission") || !submission.path("data").isObject()) {
            throw MalformedBodyException.malformed("The body is not a form_submission event of Webflow");
        }
        AnswerList answers = new AnswerList(questions);
        submission.path("data").fields().forEachRemaining(answer -> answers.add(answer.getKey(), answer.getValue()));
        return answers.received(
                submission.path("id").asText(submission.path("_id").asText()));
    }
}
