package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.intake.body.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The member of a body that holds its answers, such as {@code body} in what n8n passes on. Members that may describe another
 * person or place, such as the owner or the order, are none.
 *
 * @param prefixes what the names of wrapped answers begin with, from the outside to the inside; empty without a wrapper
 */
record Wrapper(List<String> prefixes) {

    /** A wrapper in a wrapper in a wrapper. */
    private static final int MAX_DEPTH = 3;

    /** By letters. */
    private static final Set<String> NAMES = Set.of("""
            data body payload fields form formdata formfields formresponse answers responses response submission
            submissions rawrequest request result results record records entry entries values json content items item
            properties attributes questions contact lead customer client person""".split("\\s+"));

    /** Objects beside a wrapper. By letters. */
    private static final Set<String> BESIDE = Set.of("headers", "params", "query", "meta", "metadata", "context");

    static final Wrapper NONE = new Wrapper(List.of());

    static Wrapper of(JsonNode body) {
        List<String> prefixes = new ArrayList<>();
        String prefix = "";
        Optional<Map.Entry<String, JsonNode>> wrapper = find(body);
        while (wrapper.isPresent() && prefixes.size() < MAX_DEPTH) {
            JsonNode content = wrapper.get().getValue();
            prefix += wrapper.get().getKey() + (content.isArray() ? ".1." : ".");
            prefixes.add(prefix);
            wrapper = find(content.isArray() ? content.get(0) : content);
        }
        return new Wrapper(prefixes);
    }

    /** What the name of an answer may be without the wrapper's; none if the answer is not in it. */
    Stream<String> inner(String name) {
        return prefixes.stream().filter(name::startsWith).map(prefix -> name.substring(prefix.length()));
    }

    /**
     * Gives wrapped answers their own names where the form asks for these and nothing else answers it. What has no more of
     * them than is beside it holds something else, such as what was ordered.
     */
    Map<String, List<String>> unwrap(Map<String, List<String>> answers, Questions questions) {
        if (prefixes.isEmpty()) {
            return answers;
        }
        Map<String, String> matched = questions.match(answers.keySet());
        Map<String, String> wrapped = new HashMap<>();
        answers.keySet().stream()
                .filter(name -> !matched.containsKey(name))
                .forEach(name ->
                        inner(name).filter(questions::asks).findFirst().ifPresent(inner -> wrapped.put(name, inner)));
        long beside = matched.keySet().stream()
                .filter(name -> inner(name).findAny().isEmpty())
                .count();
        if (wrapped.size() <= beside) {
            return answers;
        }
        Set<String> taken = new HashSet<>(matched.values());
        Map<String, List<String>> named = new LinkedHashMap<>();
        answers.forEach((name, texts) -> {
            String inner = wrapped.getOrDefault(name, "");
            String question = questions.match(List.of(inner)).get(inner);
            named.put(question != null && taken.add(question) ? inner : name, texts);
        });
        return named;
    }

    /** The member with the answers. Of a request that was passed on, its body, or its parameters if that is empty. */
    static Optional<Map.Entry<String, JsonNode>> find(JsonNode object) {
        boolean isRequest = isRequest(object);
        List<Map.Entry<String, JsonNode>> nested = nested(object).stream()
                .filter(member -> !BESIDE.contains(AnswerNames.letters(member.getKey())))
                .filter(member ->
                        !isRequest || isNamed(member) && !member.getValue().isEmpty())
                .toList();
        return isRequest && nested.isEmpty()
                ? nested(object).stream()
                        .filter(member -> member.getKey().equals("query")
                                && !member.getValue().isEmpty()
                                && isBlank(object.path("body")))
                        .findFirst()
                : nested.stream()
                        .filter(member -> nested.size() == 1 && isNamed(member))
                        .findFirst();
    }

    /** Whether an object describes an HTTP request. */
    static boolean isRequest(JsonNode object) {
        return object.path("headers").isObject();
    }

    static boolean isBlank(JsonNode body) {
        return body.isEmpty() && body.asText("").isBlank();
    }

    private static boolean isNamed(Map.Entry<String, JsonNode> member) {
        return NAMES.contains(AnswerNames.letters(member.getKey()));
    }

    private static List<Map.Entry<String, JsonNode>> nested(JsonNode object) {
        return object.properties().stream()
                .map(member -> Map.entry(member.getKey(), content(member.getValue())))
                .filter(member -> member.getValue().isObject()
                        || member.getValue().size() == 1
                                && member.getValue().get(0).isObject())
                .toList();
    }

    private static JsonNode content(JsonNode value) {
        return value.isTextual() ? JsonText.inside(value.asText()).orElse(value) : value;
    }
}
