package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;

/**
 * Webflow's webhook {@code form_submission}. An answer goes by its field's name.
 *
 * <p>Source: Webflow's pages "Form submission" (Data API v2; the older version put the answers into {@code data} at the top,
 * which is read too) and "Verifying webhook signatures".
 */
final class Webflow implements AnswerExtractor {

    @Override
    public ReceivedAnswers flatten(RequestBody posted) {
        JsonNode body = posted.json();
        JsonNode submission = body.path("payload").isObject() ? body.path("payload") : body;
        String trigger = body.path("triggerType").asText("form_submission");
        if (!trigger.equals("form_submission") || !submission.path("data").isObject()) {
            throw MalformedBodyException.broken("This is no form_submission of Webflow");
        }
        AnswerList answers = new AnswerList();
        submission.path("data").fields().forEachRemaining(answer -> answers.add(answer.getKey(), answer.getValue()));
        return ReceivedAnswers.of(
                answers.answers(),
                submission.path("id").asText(submission.path("_id").asText()));
    }
}
