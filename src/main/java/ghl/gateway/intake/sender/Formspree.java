package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * Formspree's webhooks. Answers are named by their field: members of {@code submission}, or of the body without one.
 * Formspree's own fields, such as {@code _subject}, are dropped, except {@code _replyto}, the visitor's address, unless
 * another field repeats it. It gives no id of the submission. Source: public receivers of its webhooks.
 */
final class Formspree implements SenderFormat {

    private static final String SUBMISSION = "submission";
    private static final String REPLY_TO = "_replyto";

    @Override
    public SenderType type() {
        return SenderType.FORMSPREE;
    }

    @Override
    public Signature signature() {
        return new TimedSignature("Formspree-Signature", "v1");
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return body.path("form").isTextual()
                && body.path(SUBMISSION).isObject()
                && body.path("keys").isArray();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode submission = body.path(SUBMISSION).isObject() ? body.path(SUBMISSION) : body;
        JsonNode replyTo = submission.path(REPLY_TO);
        long same = submission.properties().stream()
                .filter(field -> field.getValue().equals(replyTo))
                .count();
        return new SenderAnswers(questions)
                .addMembers(submission, name -> name.startsWith("_") && (same > 1 || !name.equals(REPLY_TO)))
                .list()
                .received(null);
    }
}
