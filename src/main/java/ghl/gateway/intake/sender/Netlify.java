package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Notifications of Netlify Forms. Answers are named by their field's name, or by its title if the form asks for that. The
 * body repeats every answer up to three times; only {@code data} is read. Source: public receivers of its notifications.
 */
final class Netlify implements SenderFormat {

    private static final String REFERRER = "referrer";
    private static final Set<String> METADATA = Set.of("ip", "user_agent", REFERRER);

    @Override
    public SenderType type() {
        return SenderType.NETLIFY;
    }

    @Override
    public Signature signature() {
        return new NetlifySignature();
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = submission(request);
        return body.path("data").isObject() && body.has("human_fields") && body.has("site_url");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = submission(request);
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            throw MalformedBodyException.malformed("The body is not a form submission of Netlify");
        }
        Map<String, String> titles = new HashMap<>();
        body.path("ordered_human_fields")
                .forEach(field -> titles.put(
                        field.path("name").asText(""), field.path("title").asText("")));
        return new SenderAnswers(questions)
                .addMembers(data, METADATA::contains, name -> titles.getOrDefault(name, name))
                .list()
                .page(data.path(REFERRER).asText(""))
                .received(body.path("id").asText(""));
    }

    /** Functions of Netlify pass a submission on in {@code payload}. */
    private static JsonNode submission(RequestBody request) {
        JsonNode payload = request.tree().path("payload");
        return payload.has("data") ? payload : request.tree();
    }
}
