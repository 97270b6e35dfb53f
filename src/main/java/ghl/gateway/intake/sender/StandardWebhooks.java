package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.intake.body.RequestBody;

/**
 * Any sender that follows Standard Webhooks: the answers are what stands in {@code data}, or the whole body where there is
 * no such object. The header {@code webhook-id} names the event.
 */
final class StandardWebhooks implements AnswerExtractor {

    @Override
    public ReceivedAnswers flatten(RequestBody posted) {
        JsonNode body = posted.json();
        AnswerList answers = new AnswerList().add("", body.path("data").isObject() ? body.path("data") : body);
        return ReceivedAnswers.of(answers.answers(), posted.header(StandardSignature.ID));
    }
}
