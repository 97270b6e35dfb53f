package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.Set;

/**
 * Cognito Forms' endpoints for new and updated entries. Answers are named by their field, parts of a name {@code
 * Name.First}. Data about the form and the entry is dropped, and so are texts that join parts, such as {@code
 * Name.FirstAndLast}, unless the form asks for them.
 *
 * <p>No signature is documented, so connect it with a link. An updated entry has the same id: different answers are a
 * different event. Source: Cognito's help page "Webhooks"; the keys about the entry were not verified with a real account.
 */
final class Cognito implements SenderFormat {

    private static final Set<String> METADATA = Set.of("Form", "Entry", "Id", "$version", "$etag");

    private static final Set<String> JOINED = Set.of(
            "FirstAndLast",
            "FullAddress",
            "FullInternationalAddress",
            "InternationalAddress",
            "CityStatePostalCode",
            "StreetAddress");

    @Override
    public SenderType type() {
        return SenderType.COGNITO;
    }

    @Override
    public boolean matches(RequestBody request) {
        JsonNode body = request.tree();
        JsonNode form = body.path("Form");
        return (form.has("InternalName") || form.has("Name"))
                && body.path("Entry").isObject();
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        SenderAnswers answers = new SenderAnswers(questions);
        body.properties().forEach(field -> add(answers, field.getKey(), field.getValue()));
        String number = body.path("Entry").path("Number").asText("");
        String id = number.isEmpty() ? "" : body.path("Form").path("Id").asText("") + "-" + number;
        return answers.list().received(body.path("Id").asText(id));
    }

    private static void add(SenderAnswers answers, String name, JsonNode value) {
        boolean hasParts = JOINED.stream().anyMatch(value::has);
        if (hasParts) {
            answers.add(name, ((ObjectNode) value.deepCopy()).without(JOINED));
            JOINED.forEach(joined -> answers.list().addAsked(name + "." + joined, value.path(joined)));
        } else if (!METADATA.contains(name)) {
            answers.add(name, value);
        }
    }
}
