package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.JsonText;
import ghl.gateway.intake.body.RequestBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Wufoo's webhooks with metadata, by link. {@code FieldStructure} is JSON text with the titles of {@code Field1} and so on;
 * inputs of a compound field are named {@code Title.Label}. Everything else, such as the secret {@code HandshakeKey}, is no
 * answer. Source: Wufoo's API documentation, "Webhooks" and "Fields".
 */
final class Wufoo implements SenderFormat {

    private static final String STRUCTURE = "FieldStructure";
    private static final Pattern FIELD = Pattern.compile("Field\\d+(-\\w+)?");

    @Override
    public SenderType type() {
        return SenderType.LINK;
    }

    @Override
    public boolean matches(RequestBody request) {
        return request.tree().has(STRUCTURE) && request.tree().has("EntryId");
    }

    @Override
    public ReceivedAnswers read(RequestBody request, Questions questions) {
        JsonNode body = request.tree();
        List<String> ids = new ArrayList<>();
        List<List<String>> titles = new ArrayList<>();
        JsonNode structure = JsonText.inside(body.path(STRUCTURE).asText()).orElse(MissingNode.getInstance());
        structure.path("Fields").forEach(field -> {
            String title = field.path("Title").asText();
            JsonNode inputs = field.path("SubFields");
            inputs.forEach(input ->
                    add(ids, titles, input, title + "." + input.path("Label").asText()));
            if (inputs.isEmpty()) {
                add(ids, titles, field, title);
            }
        });
        AnswerList answers = new AnswerList(questions).files(request.files().size());
        Set<String> joined = new HashSet<>();
        structure.path("Fields").forEach(field -> joined.addAll(addWhole(answers, field, body)));
        List<String> labels = answers.labels(titles);
        Map<String, String> names = new HashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            names.putIfAbsent(ids.get(place), labels.get(place));
        }
        body.properties().stream()
                .filter(field -> FIELD.matcher(field.getKey()).matches() && !joined.contains(field.getKey()))
                .forEach(field -> answers.add(names.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        return answers.received(body.path("EntryId").asText(""));
    }

    /** Adds a name if the form asks for the whole and for none of its inputs. @return ids of the inputs added */
    private static Set<String> addWhole(AnswerList answers, JsonNode field, JsonNode body) {
        Set<String> ids = new HashSet<>();
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        field.path("SubFields").forEach(input -> {
            String id = input.path("ID").asText();
            ids.add(id);
            if (body.has(id)) {
                parts.set(input.path("Label").asText(), body.get(id));
            }
        });
        Optional<JoinedParts.Whole> whole = parts.isEmpty()
                ? Optional.empty()
                : JoinedParts.of(answers, field.path("Title").asText(), parts);
        whole.ifPresent(name -> answers.add(name.name(), name.text()));
        return whole.isPresent() ? ids : Set.of();
    }

    private static void add(List<String> ids, List<List<String>> titles, JsonNode field, String title) {
        ids.add(field.path("ID").asText());
        titles.add(List.of(title, field.path("ID").asText()));
    }
}
