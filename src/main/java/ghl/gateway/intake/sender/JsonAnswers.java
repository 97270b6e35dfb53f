package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Answers of a JSON that nobody described: {@code {"name": {"first": "Ada"}}} is the answer {@code name.first}; a list of
 * texts is one answer with several values; a list of {@code {"label": …, "value": …}}, as many builders write it, is one
 * answer each, under its label.
 */
final class JsonAnswers {

    private static final List<String> LABELS = List.of("label", "title", "question", "name", "key");
    private static final List<String> VALUES = List.of("value", "answer", "values");

    /** Ten characters can stand for a number that fills the memory: beyond that one keeps its exponent. */
    private static final int MOST_ZEROS = 100;

    private JsonAnswers() {}

    /** @param name what stands before the names inside; empty for none */
    static void addTo(AnswerList answers, String name, JsonNode value) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> addTo(answers, inside(name, field.getKey()), field.getValue()));
        } else if (value.isArray()) {
            addList(answers, name, value);
        } else if (!value.isNull()) {
            answers.add(name, text(value));
        }
    }

    static String text(JsonNode value) {
        return value.isBigDecimal() ? text(value.decimalValue()) : value.asText();
    }

    /** As people write it, unless that would be a billion zeros. */
    private static String text(BigDecimal number) {
        boolean isShort = number.scale() >= -MOST_ZEROS && number.scale() <= MOST_ZEROS;
        return isShort ? number.toPlainString() : number.toString();
    }

    private static void addList(AnswerList answers, String name, JsonNode list) {
        if (isQuestions(list)) {
            list.forEach(question -> addTo(
                    answers,
                    answers.distinct(label(question).orElseThrow()),
                    value(question).orElseThrow()));
            return;
        }
        for (int place = 0; place < list.size(); place++) {
            JsonNode item = list.get(place);
            addTo(answers, item.isContainerNode() ? inside(name, String.valueOf(place + 1)) : name, item);
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

    private static String inside(String outer, String inner) {
        return AnswerList.cut(outer.isEmpty() ? inner : outer + "." + inner);
    }
}
