package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * Any sender that follows Standard Webhooks. The answers are the object {@code data}, or the whole body without one. The
 * header {@code webhook-id} is the event id.
 */
final class StandardWebhooks implements SenderFormat {

    @Override
    public SenderType type() {
        return SenderType.STANDARD_WEBHOOKS;
    }

    @Override
    public Signature signature() {
        return new StandardSignature();
    }

    @Override
    public boolean matches(RequestBody request) {
        return false;
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        return new AnswerList(questions)
                .addBody(body.path("data").isContainerNode() ? body.path("data") : body)
                .received(request.header(StandardSignature.ID));
    }
}
