package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * Senders without a format of their own here, such as POWR or a custom form. JSON is flattened (see {@link
 * JsonAnswers}); each field of an HTML form is an answer. A public page's captcha token is one too, which its guard needs.
 */
record GenericSender(SenderType type) implements SenderFormat {

    @Override
    public boolean matches(RequestBody request) {
        return true;
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        return new AnswerList(questions)
                .add("", body.isObject() && type != SenderType.PUBLIC ? withoutTokens(body) : body)
                .files(request.files().size())
                .received(null);
    }

    private static ObjectNode withoutTokens(JsonNode body) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        body.properties().stream()
                .filter(field -> !Tokens.isToken(field.getKey()))
                .forEach(field -> rest.set(field.getKey(), field.getValue()));
        return rest;
    }
}
