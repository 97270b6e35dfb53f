package ghl.gateway.form.trial;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.submission.step.Marker;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Between what a call said and what the CRM holds, in sentences. */
final class Differences {

    /** What is due in a day is due a moment later when it is asked for again. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    /** The CRM takes them and does not tell them. */
    private static final Set<String> NOT_TOLD = Set.of("locationId", "gender");

    private final List<String> sentences = new ArrayList<>();

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /**
     * @param sent the call's body
     * @param held a contact, a task or a note; null when there is none
     */
    void between(String what, JsonNode sent, JsonNode held) {
        if (held == null) {
            sentences.add(what + " is not there");
            return;
        }
        for (Entry<String, JsonNode> field : sent.properties()) {
            String name = what + "." + field.getKey();
            switch (field.getKey()) {
                case "customFields" -> customFields(field.getValue(), held.path("customFieldValues"));
                case "dndSettings" -> dndSettings(field.getValue(), held.path("dndSettings"));
                case "body" ->
                    tell(
                            Marker.isSameIgnoringMarker(
                                    field.getValue().asText(), held.path("body").asText()),
                            name,
                            field.getValue(),
                            held.path("body"));
                default -> {
                    if (!NOT_TOLD.contains(field.getKey())) {
                        JsonNode value = held.path(field.getKey());
                        tell(isSame(field.getValue(), value), name, field.getValue(), value);
                    }
                }
            }
        }
    }

    /** @param held null: none */
    void betweenTags(JsonNode sent, List<String> held) {
        for (JsonNode tag : sent) {
            boolean isThere = held != null && held.stream().anyMatch(tag.asText()::equalsIgnoreCase);
            if (!isThere) {
                sentences.add("the tag " + tag.asText() + " is not there");
            }
        }
    }

    private void customFields(JsonNode sent, JsonNode held) {
        for (JsonNode field : sent) {
            JsonNode value = with(held, "id", field.path("id").asText()).path("value");
            JsonNode wanted = field.path("field_value");
            tell(
                    isSame(wanted, value),
                    "contact.customFields." + field.path("id").asText(),
                    wanted,
                    value);
        }
    }

    private void dndSettings(JsonNode sent, JsonNode held) {
        for (Entry<String, JsonNode> channel : sent.properties()) {
            JsonNode status = with(held, "channel", channel.getKey()).path("status");
            JsonNode wanted = channel.getValue().path("status");
            tell(isSame(wanted, status), "contact.dndSettings." + channel.getKey(), wanted, status);
        }
    }

    private static JsonNode with(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(field).asText().equals(value))
                .findFirst()
                .orElse(list.path("none"));
    }

    private void tell(boolean isSame, String name, JsonNode sent, JsonNode held) {
        if (!isSame) {
            sentences.add(
                    name + " was sent as " + sent + " and is held as " + (held.isMissingNode() ? "nothing" : held));
        }
    }

    private static boolean isSame(JsonNode sent, JsonNode held) {
        if (sent.isArray() || held.isArray()) {
            return texts(sent).equals(texts(held));
        }
        String wanted = sent.asText();
        String got = held.asText();
        return wanted.equals(got) || isSameNumber(sent, held) || isSameTime(wanted, got);
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }

    private static boolean isSameNumber(JsonNode sent, JsonNode held) {
        try {
            return (sent.isNumber() || held.isNumber())
                    && new BigDecimal(sent.asText()).compareTo(new BigDecimal(held.asText())) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean isSameTime(String sent, String held) {
        try {
            return Duration.between(Instant.parse(sent), Instant.parse(held))
                            .abs()
                            .compareTo(TOLERANCE)
                    < 0;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
