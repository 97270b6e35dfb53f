package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;

/**
 * The webhooks of Fluent Forms Pro, in both of its formats. Answers are named by their field, parts of a name {@code
 * names.first_name}. Data of the plug-in and of WordPress, whose names begin with an underscore, is dropped.
 *
 * <p>The plug-in does not sign, so connect it with a link. Entries of two sites may have the same id: different answers are a
 * different event. Source: the plug-in's code.
 */
final class FluentForms implements SenderFormat {

    private static final String SUBMISSION = "__submission";
    private static final String EMBEDDED_IN = "__fluent_form_embded_post_id";

    @Override
    public SenderType type() {
        return SenderType.FLUENT_FORMS;
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().path(SUBMISSION).isObject() || request.tree().has(EMBEDDED_IN);
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode submission = body.path(SUBMISSION);
        return new SenderAnswers(questions)
                .addMembers(body, name -> name.startsWith("_"))
                .list()
                .page(submission.path("source_url").asText(""))
                .received(submission.path("id").asText(""));
    }
}
