package ghl.gateway.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
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

    private static final Pattern EMAIL_SHAPE = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Checks() {}

    public static final Check STRING = sentence("must be a string", JsonNode::isTextual);
    public static final Check NOT_EMPTY =
            sentence("should not be empty", value -> !value.isMissingNode() && !value.isNull() && !isEmptyText(value));
    public static final Check BOOLEAN = sentence("must be a boolean value", JsonNode::isBoolean);
    public static final Check ARRAY = sentence("must be an array", JsonNode::isArray);
    public static final Check EMAIL = sentence("must be an email", value -> isEmail(value.textValue()));
    public static final Check COUNTRY = sentence("must be a valid enum value", value -> isCountry(value.textValue()));
    public static final Check ISO_DATE =
            sentence("must be a valid ISO 8601 date string", value -> isIsoDate(value.textValue()));
    public static final Check BIRTH_DATE =
            sentence("must be a valid date", value -> isEmptyText(value) || isBirthDate(value.textValue()));
    public static final Check STRINGS = Checks::strings;

    /** A phone number. The country says how to read a national one. */
    public static Check phone(String country) {
        return sentence("must be a valid phone number", value -> isPhone(value, country));
    }

    /** A phone number with a country code. Reported, upsert. */
    public static Check internationalPhone() {
        return sentence("must be a valid phone number", value -> isPhone(value, null));
    }

    public static Check wholeNumber(long least, long most) {
        return (path, value) -> {
            if (!value.isIntegralNumber()) {
                return List.of(path + " must be an integer number");
            }
            return NumberRange.violations(path, value.longValue(), least, most);
        };
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
        return sentence(
                "must be one of the following values: " + String.join(", ", values),
                value -> value.isTextual() && values.contains(value.textValue()));
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

    private static boolean isPhone(JsonNode value, String country) {
        return isEmptyText(value)
                || (value.isTextual() && Phone.e164(value.textValue(), country).isPresent());
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }

    private static boolean isEmail(String text) {
        return text != null && EMAIL_SHAPE.matcher(text).matches();
    }

    private static boolean isCountry(String text) {
        return text != null && COUNTRIES.contains(text);
    }

    private static boolean isIsoDate(String text) {
        return text != null && SandboxDates.instant(text, ZoneOffset.UTC).isPresent();
    }

    private static boolean isBirthDate(String text) {
        return text != null && SandboxDates.birthDate(text).isPresent();
    }
}
