package ghl.gateway.form.trial;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.submission.check.Texts;
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

/** Collects differences between call bodies and CRM records, as sentences. */
final class Differences {

    /** Relative due times of the plan and of the delivery are computed at different moments. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    /** Fields that the CRM accepts but does not return. */
    private static final Set<String> NOT_RETURNED = Set.of("locationId", "gender");

    private final List<String> sentences = new ArrayList<>();

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /**
     * @param sent the call's body
     * @param stored a contact, task or note; null when it does not exist
     */
    void compare(String what, JsonNode sent, JsonNode stored) {
        if (stored == null) {
            sentences.add(what + " does not exist in the CRM");
            return;
        }
        for (Entry<String, JsonNode> field : sent.properties()) {
            String name = what + "." + field.getKey();
            switch (field.getKey()) {
                case "customFields" -> customFields(field.getValue(), stored.path("customFieldValues"));
                case "dndSettings" -> dndSettings(field.getValue(), stored.path("dndSettings"));
                case "body" ->
                    report(
                            Marker.isSameIgnoringMarker(
                                    field.getValue().asText(),
                                    stored.path("body").asText()),
                            name,
                            field.getValue(),
                            stored.path("body"));
                default -> {
                    if (!NOT_RETURNED.contains(field.getKey())) {
                        JsonNode value = stored.path(field.getKey());
                        report(isSame(field.getValue(), value), name, field.getValue(), value);
                    }
                }
            }
        }
    }

    void compareTags(JsonNode sent, List<String> stored) {
        for (JsonNode tag : sent) {
            boolean isThere = stored != null && stored.stream().anyMatch(tag.asText()::equalsIgnoreCase);
            if (!isThere) {
                sentences.add("contact does not have the tag " + tag.asText());
            }
        }
    }

    private void customFields(JsonNode sent, JsonNode stored) {
        for (JsonNode field : sent) {
            JsonNode value = find(stored, "id", field.path("id").asText()).path("value");
            JsonNode expected = field.path("field_value");
            report(
                    isSame(expected, value),
                    "contact.customFields." + field.path("id").asText(),
                    expected,
                    value);
        }
    }

    private void dndSettings(JsonNode sent, JsonNode stored) {
        for (Entry<String, JsonNode> channel : sent.properties()) {
            JsonNode status = find(stored, "channel", channel.getKey()).path("status");
            JsonNode expected = channel.getValue().path("status");
            report(isSame(expected, status), "contact.dndSettings." + channel.getKey(), expected, status);
        }
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.path(field).asText().equals(value))
                .findFirst()
                .orElse(list.path("none"));
    }

    private void report(boolean isSame, String name, JsonNode sent, JsonNode stored) {
        if (!isSame) {
            sentences.add(name + " was sent as " + Texts.quote(sent.toString()) + " but the CRM has "
                    + (stored.isMissingNode() ? "nothing" : Texts.quote(stored.toString())));
        }
    }

    private static boolean isSame(JsonNode sent, JsonNode stored) {
        if (sent.isArray() || stored.isArray()) {
            return texts(sent).equals(texts(stored));
        }
        String expected = sent.asText();
        String actual = stored.asText();
        return expected.equals(actual) || isSameNumber(sent, stored) || isSameTime(expected, actual);
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }

    private static boolean isSameNumber(JsonNode sent, JsonNode stored) {
        try {
            return (sent.isNumber() || stored.isNumber())
                    && new BigDecimal(sent.asText()).compareTo(new BigDecimal(stored.asText())) == 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean isSameTime(String sent, String stored) {
        try {
            return Duration.between(Instant.parse(sent), Instant.parse(stored))
                            .abs()
                            .compareTo(TOLERANCE)
                    < 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }
}
