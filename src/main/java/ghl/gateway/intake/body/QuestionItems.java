package ghl.gateway.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists of {@code {"label": …, "value": …}} and maps of them, in which some may lack the label, when they have another name,
 * or the value, when the question was not answered.
 */
public final class QuestionItems {

    private static final List<String> TITLES = List.of("label", "title", "question", "column_name");
    private static final List<String> LABELS = List.of("label", "title", "question", "name", "column_name");
    private static final List<String> KEYS = List.of("custom_key", "key", "column_id", "slug", "id");
    private static final List<String> VALUES = List.of("value", "answer", "string_value", "values");

    /** What a question may have beside its names and value. Anything else must not be lost. */
    private static final Set<String> DESCRIPTION = Set.of("""
            ref type kind description required isRequired position order isHidden hidden placeholder options choices rows
            columns properties validations""".split("\\s+"));

    private static final Pattern IDENTIFIER = Pattern.compile(".*(Id|_id|Type|_type)", Pattern.DOTALL);

    /**
     * @param names the label first; none is blank
     * @param value missing when the question was not answered
     */
    public record Item(List<String> names, JsonNode value) {}

    private QuestionItems() {}

    /** Empty when these are no questions. */
    public static Optional<List<Item>> ofList(JsonNode list) {
        boolean isAnswered = false;
        boolean isDefinition = true;
        List<Item> items = new ArrayList<>();
        for (JsonNode node : list) {
            Item item = new Item(names(node, null), value(node));
            boolean isQuestion =
                    isDescribed(node) || isTitled(node) && !item.value().isMissingNode();
            if (item.names().isEmpty() || !isQuestion) {
                return Optional.empty();
            }
            isAnswered |= !item.value().isMissingNode();
            isDefinition &= texts(node, KEYS).findAny().isPresent() && (node.has("type") || node.has("kind"));
            items.add(item);
        }
        return items.isEmpty() || !isAnswered && !isDefinition ? Optional.empty() : Optional.of(items);
    }

    /**
     * Of {@code {"email": {"label": "E-mail", "value": …}}}, whose keys are names too. A {@code name} is a label if the item has
     * an id and a type. Empty when these are no questions.
     */
    public static Optional<List<Item>> ofMap(JsonNode object) {
        boolean isAnswered = false;
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode node = field.getValue();
            boolean isNamed = node.has("name") && node.has("id") && node.has("type");
            boolean isQuestion = isDescribed(node)
                    ? isTitled(node) || isNamed
                    : isTitled(node) && !value(node).isMissingNode();
            if (!isQuestion) {
                return Optional.empty();
            }
            isAnswered |= !value(node).isMissingNode();
            items.add(new Item(names(node, field.getKey()), value(node)));
        }
        return isAnswered ? Optional.of(items) : Optional.empty();
    }

    /** A title that mentions other answers is a list of texts and mentions. */
    public static String title(JsonNode node) {
        if (!node.isArray()) {
            return node.isTextual() ? node.asText() : "";
        }
        StringBuilder title = new StringBuilder();
        node.forEach(part -> title.append(part.isArray() ? title(part.path(1)) : title(part)));
        return title.toString();
    }

    /** Has a label that nothing but a question has. A person and a product have a name. */
    private static boolean isTitled(JsonNode node) {
        return TITLES.stream().anyMatch(node::has);
    }

    /** {@code {"value": …}}, perhaps with a description or earlier versions of the value. */
    public static boolean isValueOnly(JsonNode node) {
        return node.has("value")
                && (node.path("versions").isArray()
                        || node.properties().stream()
                                .allMatch(member ->
                                        member.getKey().equals("value") || DESCRIPTION.contains(member.getKey())));
    }

    /** Has nothing but what questions have. */
    private static boolean isDescribed(JsonNode node) {
        return node.properties().stream()
                .map(Map.Entry::getKey)
                .allMatch(key -> DESCRIPTION.contains(key)
                        || LABELS.contains(key)
                        || KEYS.contains(key)
                        || VALUES.contains(key)
                        || IDENTIFIER.matcher(key).matches());
    }

    private static List<String> names(JsonNode node, String key) {
        return Stream.of(texts(node, LABELS), Stream.ofNullable(key), texts(node, KEYS))
                .flatMap(names -> names)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<String> texts(JsonNode node, List<String> names) {
        return names.stream().map(name -> title(node.path(name))).filter(title -> !title.isBlank());
    }

    private static JsonNode value(JsonNode node) {
        return VALUES.stream()
                .filter(node::hasNonNull)
                .findFirst()
                .or(() -> VALUES.stream().filter(node::has).findFirst())
                .map(node::get)
                .orElse(MissingNode.getInstance());
    }
}
