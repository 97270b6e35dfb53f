package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.JsonText;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Unbounce's webhooks, by link. The field {@code data.json} contains the answers as JSON, and {@code data.xml} repeats them.
 * The rest, and members of the JSON that repeat it, are about the page. Source: public receivers of its webhooks.
 */
final class Unbounce implements SenderFormat {

    private static final String ANSWERS = "data.json";

    private static final Set<String> OWN = Set.of(
            "page_id",
            "page_uuid",
            "page_name",
            "page_url",
            "variant",
            "ip_address",
            "time_submitted",
            "date_submitted");

    @Override
    public SenderType type() {
        return SenderType.LINK;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        return body.has(ANSWERS)
                && Stream.of("data.xml", "page_id", "page_uuid", "page_name", "variant")
                        .anyMatch(body::has);
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        JsonNode given = JsonText.inside(body.path(ANSWERS).asText())
                .filter(JsonNode::isObject)
                .orElse(body);
        SenderAnswers answers = new SenderAnswers(questions);
        return answers.addMembers(given, OWN::contains, name -> ANSWERS + "." + name)
                .addMembers(((ObjectNode) body.deepCopy()).without(List.of(ANSWERS)), any -> true)
                .list()
                .page(body.path("page_url").asText(""))
                .received(null);
    }
}
