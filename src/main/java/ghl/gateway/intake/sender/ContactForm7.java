package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.stream.StreamSupport;

/**
 * Contact Form 7 with the plug-in "CF7 to Webhook". Answers are named by their form tag. Uploads sent with their contents
 * are kept as file names. Special mail tags, whose names begin with an underscore, are dropped; {@code _url} is the page.
 *
 * <p>The plug-in does not sign and gives no id, so connect it with a link. Source: the plug-in's code.
 */
final class ContactForm7 implements SenderFormat {

    @Override
    public SenderType type() {
        return SenderType.CONTACT_FORM_7;
    }

    /** Names are the owner's choice: only some special tags, or an upload, tell. */
    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return body.has("_wpcf7")
                || body.has("_wpcf7_unit_tag")
                || StreamSupport.stream(body.spliterator(), false)
                        .anyMatch(answer -> answer.path(0).size() == 2
                                && answer.path(0).has("filename")
                                && answer.path(0).has("content"));
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        return new SenderAnswers(questions)
                .addMembers(body, name -> name.startsWith("_"))
                .list()
                .page(body.path("_url").asText(body.path("_post_url").asText("")))
                .received(null);
    }
}
