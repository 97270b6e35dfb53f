package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Flattens JSON of an unknown structure. {@code {"name": {"first": "Ada"}}} becomes the answer {@code name.first}; a list of
 * texts becomes one answer with several values; each item of a list of {@code {"label": …, "value": …}}, a format common
 * among form builders, becomes an answer named by its label.
 */
final class JsonAnswers {

    private static final List<String> LABELS = List.of("label", "title", "question", "name", "key");
    private static final List<String> VALUES = List.of("value", "answer", "values");

    /** Numbers with a larger exponent keep it: written out, {@code 1e1500000000} would exhaust the memory. */
    private static final int MAX_ZEROS = 100;

    private JsonAnswers() {}

    /** @param name prefix of nested names; may be empty */
    static void add(AnswerList answers, String name, JsonNode value) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> add(answers, join(name, field.getKey()), field.getValue()));
        } else if (value.isArray()) {
            addList(answers, name, value);
        } else if (!value.isNull()) {
            answers.add(name, text(value));
        }
    }

    static String text(JsonNode value) {
        return value.isBigDecimal() ? text(value.decimalValue()) : value.asText();
    }

    private static String text(BigDecimal number) {
        boolean isShort = number.scale() >= -MAX_ZEROS && number.scale() <= MAX_ZEROS;
        return isShort ? number.toPlainString() : number.toString();
    }

    private static void addList(AnswerList answers, String name, JsonNode list) {
        if (isQuestions(list)) {
            list.forEach(question -> add(
                    answers,
                    answers.label(label(question).orElseThrow()),
                    value(question).orElseThrow()));
            return;
        }
        for (int place = 0; place < list.size(); place++) {
            JsonNode item = list.get(place);
            add(answers, item.isContainerNode() ? join(name, String.valueOf(place + 1)) : name, item);
        }
    }

    private static boolean isQuestions(JsonNode list) {
        return !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false)
                        .allMatch(item -> label(item).isPresent() && value(item).isPresent());
    }

    private static Optional<String> label(JsonNode question) {
        return LABELS.stream()
                .map(question::path)
                .filter(label -> label.isTextual() && !label.asText().isBlank())
                .map(JsonNode::asText)
                .findFirst();
    }

    private static Optional<JsonNode> value(JsonNode question) {
        return VALUES.stream().filter(question::has).map(question::get).findFirst();
    }

    private static String join(String outer, String inner) {
        return AnswerList.truncate(outer.isEmpty() ? inner : outer + "." + inner);
    }
}
