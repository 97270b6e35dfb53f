package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.check.FieldRule.Check;
import ghl.gateway.sandbox.http.SandboxJson;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The constraints of the contacts API, in class-validator's wording. Reported. */
public final class Checks {

    private static final Pattern EMAIL_SHAPE = Pattern.compile("[^@\\s]++@[^@\\s.]++(\\.[^@\\s.]++)++");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Checks() {}

    public static final Check STRING = sentence("must be a string", JsonNode::isTextual);
    public static final Check NOT_EMPTY =
            sentence("should not be empty", value -> !value.isMissingNode() && !value.isNull() && !isEmptyText(value));
    public static final Check BOOLEAN = sentence("must be a boolean value", JsonNode::isBoolean);
    public static final Check ARRAY = sentence("must be an array", JsonNode::isArray);
    public static final Check EMAIL = text("must be an email", EMAIL_SHAPE.asMatchPredicate());
    public static final Check COUNTRY = text("must be a valid enum value", COUNTRIES::contains);
    public static final Check ISO_DATE =
            text("must be a valid ISO 8601 date string", text -> SandboxDates.instant(text, ZoneOffset.UTC)
                    .isPresent());
    public static final Check BIRTH_DATE = text(
            "must be a valid date",
            text -> text.isEmpty() || SandboxDates.birthDate(text).isPresent());
    public static final Check STRINGS = Checks::strings;

    /** @param country how to read a national number; null refuses one, as upsert does (reported) */
    public static Check phone(String country) {
        return text(
                "must be a valid phone number",
                text -> text.isEmpty() || Phone.e164(text, country).isPresent());
    }

    public static Check wholeNumber(long least, long most) {
        return (path, value) -> value.isIntegralNumber()
                ? range(path, value.longValue(), least, most)
                : List.of(path + " must be an integer number");
    }

    static List<String> range(String name, long value, long least, long most) {
        if (value < least) {
            return List.of(name + " must not be less than " + least);
        }
        return value > most ? List.of(name + " must not be greater than " + most) : List.of();
    }

    public static Check maxLength(int length) {
        return sentence(
                "must be shorter than or equal to " + length + " characters",
                value -> !value.isTextual() || value.textValue().length() <= length);
    }

    public static Check maxSize(int size) {
        return sentence("must contain no more than " + size + " elements", value -> value.size() <= size);
    }

    public static Check oneOf(List<String> values) {
        return text("must be one of the following values: " + String.join(", ", values), values::contains);
    }

    /** An object with its own rules. Their paths continue this one. */
    public static Check nested(BodyRules rules) {
        return (path, value) -> value.isObject()
                ? rules.violations(path + ".", value)
                : List.of("nested property " + path + " must be either object or array");
    }

    public static Check eachNested(BodyRules rules) {
        return (path, value) -> {
            List<String> violations = new ArrayList<>(ARRAY.violations(path, value));
            for (int i = 0; i < value.size() && value.isArray(); i++) {
                violations.addAll(nested(rules).violations(path + "." + i, value.get(i)));
            }
            return violations;
        };
    }

    private static List<String> strings(String path, JsonNode value) {
        if (!value.isArray()) {
            return List.of("each value in " + path + " must be a string", path + " must be an array");
        }
        boolean allText = SandboxJson.items(value).allMatch(JsonNode::isTextual);
        return allText ? List.of() : List.of("each value in " + path + " must be a string");
    }

    private static Check sentence(String sentence, Predicate<JsonNode> holds) {
        return (path, value) -> holds.test(value) ? List.of() : List.of(path + " " + sentence);
    }

    private static Check text(String sentence, Predicate<String> holds) {
        return sentence(sentence, value -> value.isTextual() && holds.test(value.textValue()));
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }
}
