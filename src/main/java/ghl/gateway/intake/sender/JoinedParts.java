package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.form.answer.AnswerNames;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Objects whose parts are one answer: a date, a telephone number with its area code, and, if the form asks for it, a name or
 * an address. A form that asks for a part gets the parts.
 */
final class JoinedParts {

    private static final Set<String> PARTS = Set.of("""
            prefix first middle initial last suffix first_name middle_name last_name firstname middlename lastname
            full country area phone addr_line1 addr_line2 address address2 street line1 line2 city state postal zip
            postalcode postal_code zipcode zip_code datetime date duration timezone""".split("\\s+"));

    private static final Set<String> DATE_PARTS = Set.of("""
            year month day timeinput hourselect minuteselect ampm hour min minute timezone datetime""".split("\\s+"));

    /** Texts beside the parts that join them. */
    private static final int MAX_REPEATS = 10;

    private static final int MAX_MEMBERS = 50;
    private static final int LONGEST_REPEAT = 500;
    private static final Pattern NO_CHARACTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    record Whole(String name, String text) {}

    private JoinedParts() {}

    /** Empty when the parts are answers of their own. */
    static Optional<Whole> of(AnswerList answers, String name, JsonNode parts) {
        JsonNode object = withoutRepeats(parts);
        boolean isDate = (has(object, "year", "month", "day") || has(object, "timeInput")) && isOf(DATE_PARTS, object);
        boolean isPhone = has(object, "area", "phone");
        if (name.isEmpty()
                || !isDate && !isOf(PARTS, object)
                || !JsonAnswers.all(object, JsonNode::isValueNode)
                || asksForPart(answers, name, parts)) {
            return Optional.empty();
        }
        if (isDate) {
            return Optional.of(new Whole(name, date(object)));
        }
        boolean isAsked = answers.asks(name);
        return isAsked || isPhone
                ? Optional.of(new Whole(isAsked ? name : name + ".full", joined(object)))
                : Optional.empty();
    }

    /** Whether a text says nothing but what others say, each once, such as a full name beside its parts. */
    static boolean repeats(String text, Stream<String> others) {
        if (text.length() > LONGEST_REPEAT) {
            return false;
        }
        String rest = characters(text);
        List<String> longestFirst = others.map(JoinedParts::characters)
                .filter(part -> !part.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String part : longestFirst) {
            int at = rest.indexOf(part);
            rest = at < 0 ? rest : rest.substring(0, at) + " " + rest.substring(at + part.length());
        }
        return rest.isBlank();
    }

    private static String characters(String text) {
        return NO_CHARACTERS.matcher(AnswerNames.normalize(text)).replaceAll("");
    }

    /** Only of objects with few members besides parts: others are no name or address. */
    private static JsonNode withoutRepeats(JsonNode object) {
        if (object.size() > MAX_MEMBERS) {
            return object;
        }
        List<String> others = object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !isPart(name))
                .toList();
        if (others.isEmpty() || others.size() > MAX_REPEATS || others.size() == object.size()) {
            return object;
        }
        ObjectNode parts = ((ObjectNode) object.deepCopy()).without(others);
        boolean areRepeats = JsonAnswers.all(parts, JsonNode::isValueNode)
                && others.stream().map(object::get).allMatch(other -> repeats(parts, other));
        return areRepeats ? parts : object;
    }

    private static boolean repeats(JsonNode parts, JsonNode other) {
        return other.isNull()
                || other.isTextual()
                        && repeats(
                                other.asText(),
                                StreamSupport.stream(parts.spliterator(), false).map(JsonNode::asText));
    }

    private static boolean isPart(String name) {
        String part = name.toLowerCase(Locale.ROOT);
        return PARTS.contains(part) || DATE_PARTS.contains(part);
    }

    private static boolean isOf(Set<String> parts, JsonNode object) {
        return object.properties().stream()
                .allMatch(part -> parts.contains(part.getKey().toLowerCase(Locale.ROOT)));
    }

    private static boolean asksForPart(AnswerList answers, String name, JsonNode object) {
        return object.properties().stream().anyMatch(part -> answers.asks(name + "." + part.getKey()));
    }

    private static boolean has(JsonNode object, String... parts) {
        return Arrays.stream(parts).allMatch(object::has);
    }

    private static String joined(JsonNode object) {
        return StreamSupport.stream(object.spliterator(), false)
                .map(JsonNode::asText)
                .filter(part -> !part.isBlank() && !part.equals("null"))
                .collect(Collectors.joining(" "));
    }

    /** ISO 8601 with the time if it is known; an incomplete date is what is there. */
    private static String date(JsonNode object) {
        if (!has(object, "year")) {
            return (object.path("timeInput").asText() + " "
                            + object.path("ampm").asText(""))
                    .strip();
        }
        List<String> parts = List.of(number(object, "year", 4), number(object, "month", 2), number(object, "day", 2));
        return parts.contains("") ? String.join(" ", parts).strip() : String.join("-", parts) + time(object);
    }

    private static String time(JsonNode object) {
        String minutes = first(object, "minuteSelect", "min", "minute");
        String hours = first(object, "hourSelect", "hour");
        String text = object.path("timeInput").asText().strip();
        String time = hours.isEmpty() || minutes.isEmpty() ? text : hours + ":" + minutes;
        String half = object.path("ampm").asText().strip();
        if (!time.matches("\\d{1,2}:\\d{2}")) {
            return "";
        }
        int hour = Integer.parseInt(time.substring(0, time.indexOf(':')));
        int offset =
                half.equalsIgnoreCase("PM") && hour < 12 ? 12 : half.equalsIgnoreCase("AM") && hour == 12 ? -12 : 0;
        return String.format(Locale.ROOT, "T%02d%s", hour + offset, time.substring(time.indexOf(':')));
    }

    private static String first(JsonNode object, String... names) {
        return Arrays.stream(names)
                .map(name -> object.path(name).asText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Blank for anything but a number. */
    private static String number(JsonNode object, String name, int digits) {
        String text = object.path(name).asText().strip();
        return text.matches("\\d{1," + digits + "}") ? "0".repeat(digits - text.length()) + text : "";
    }
}
