package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.definition.Questions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bodies that say nothing but that they are a test, such as {@code {"event": "ping"}}. */
final class Ping {

    /** By letters. */
    private static final Set<String> EVENT = Set.of("event", "eventtype", "type", "action");

    private static final Set<String> PINGS = Set.of("ping", "test", "webhooktest", "testwebhook");

    private Ping() {}

    static boolean matches(JsonNode body, Questions questions) {
        List<Map.Entry<String, JsonNode>> given = body.properties().stream()
                .filter(member -> !isBlank(member.getValue()))
                .toList();
        return !given.isEmpty()
                && given.stream()
                        .allMatch(
                                member -> !questions.asks(member.getKey()) && says(member.getKey(), member.getValue()));
    }

    private static boolean isBlank(JsonNode value) {
        return value.isContainerNode()
                ? !JsonAnswers.any(value, content -> !isBlank(content))
                : value.isNull() || value.asText().isBlank();
    }

    private static boolean says(String name, JsonNode value) {
        String letters = AnswerNames.letters(name);
        return EVENT.contains(letters) && PINGS.contains(AnswerNames.letters(value.asText("")))
                || (letters.equals("test") || letters.equals("istest"))
                        && value.asText("").equals("true");
    }
}
