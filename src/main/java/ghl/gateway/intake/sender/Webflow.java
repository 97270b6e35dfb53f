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

    private static final String EVENT = "form_submission";

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
        JsonNode body = request.tree();
        return body.path("triggerType").asText().equals(EVENT)
                || body.has("site") && body.has("_id") && body.path("data").isObject();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode submission = body.path("payload").isObject() ? body.path("payload") : body;
        if (!body.path("triggerType").asText(EVENT).equals(EVENT)
                || !submission.path("data").isObject()) {
            throw MalformedBodyException.malformed("The body is not a form_submission event of Webflow");
        }
        AnswerList answers =
                new AnswerList(questions).page(submission.path("pageUrl").asText());
        submission.path("data").properties().forEach(field -> answers.add(field.getKey(), field.getValue()));
        submission.path("schema").forEach(field -> {
            boolean isFile = field.path("fieldType").asText().contains("File");
            String address = submission
                    .path("data")
                    .path(field.path("fieldName").asText())
                    .asText();
            answers.files(isFile && !address.isBlank() ? 1 : 0);
        });
        return answers.received(
                submission.path("id").asText(submission.path("_id").asText("")));
    }
}
