package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.intake.body.RequestBody;

/**
 * Any sender that follows Standard Webhooks. The answers are the object {@code data}, or the whole body without one. The
 * header {@code webhook-id} is the event id.
 */
final class StandardWebhooks implements AnswerExtractor {

    @Override
    public ReceivedAnswers extract(RequestBody request) {
        JsonNode body = request.json();
        AnswerList answers = new AnswerList().add("", body.path("data").isObject() ? body.path("data") : body);
        return ReceivedAnswers.of(answers.answers(), request.header(StandardSignature.ID));
    }
}
