package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.intake.body.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The member of a body that holds all its answers, such as {@code body} in what n8n passes on. Members that may describe
 * another person or place, such as the owner or the order, are none.
 */
final class Wrapper {

    /** A wrapper in a wrapper in a wrapper. */
    private static final int MAX_DEPTH = 3;

    /** By letters. */
    private static final Set<String> NAMES = Set.of("""
            data body payload fields form formdata formfields formresponse answers responses response submission
            submissions rawrequest request result results record records entry entries values json content items item
            properties attributes questions contact lead customer client person""".split("\\s+"));

    /** Objects beside a wrapper. By letters. */
    private static final Set<String> BESIDE = Set.of("headers", "params", "query", "meta", "metadata", "context");

    private Wrapper() {}

    /** What the names of wrapped answers begin with, from the outside to the inside; empty without a wrapper. */
    static List<String> prefixes(JsonNode body) {
        List<String> prefixes = new ArrayList<>();
        String prefix = "";
        Optional<Map.Entry<String, JsonNode>> wrapper = find(body);
        while (wrapper.isPresent() && prefixes.size() < MAX_DEPTH) {
            JsonNode content = wrapper.get().getValue();
            prefix += wrapper.get().getKey() + (content.isArray() ? ".1." : ".");
            prefixes.add(prefix);
            wrapper = find(content.isArray() ? content.get(0) : content);
        }
        return prefixes;
    }

    private static Optional<Map.Entry<String, JsonNode>> find(JsonNode object) {
        List<Map.Entry<String, JsonNode>> nested = object.properties().stream()
                .filter(member -> !BESIDE.contains(AnswerNames.letters(member.getKey())))
                .map(member -> Map.entry(member.getKey(), content(member.getValue())))
                .filter(member -> member.getValue().isObject()
                        || member.getValue().size() == 1
                                && member.getValue().get(0).isObject())
                .toList();
        return nested.stream()
                .filter(member -> nested.size() == 1 && NAMES.contains(AnswerNames.letters(member.getKey())))
                .findFirst();
    }

    private static JsonNode content(JsonNode value) {
        return value.isTextual() ? JsonText.inside(value.asText()).orElse(value) : value;
    }
}
