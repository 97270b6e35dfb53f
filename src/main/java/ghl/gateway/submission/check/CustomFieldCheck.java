package ghl.gateway.submission.check;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds custom fields by key (the CRM's API accepts ids only) and converts values to the field's type. */
final class CustomFieldCheck {

    /** Maximum number of entries, and of values of one entry. */
    private static final int MOST = 200;

    /** Maximum number of names that a message lists. */
    private static final int MOST_NAMES = 30;

    /** Maximum number of significant digits, and of digits before and after the decimal point. */
    private static final int MOST_DIGITS = 30;

    /** Looked at before a number is read, which takes time with the square of its length. */
    private static final int LONGEST_NUMBER = 100;

    private CustomFieldCheck() {}

    static List<CustomFieldValue> read(List<CustomFieldInput> fields, LocationFacts facts, Problems problems) {
        if (!problems.requireAtMost(MOST, fields)) {
            return List.of();
        }
        Map<String, CustomFieldValue> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            CustomFieldInput field = fields.get(i);
            Problems here = problems.at(i);
            find(field, facts, here).ifPresent(definition -> {
                if (values.containsKey(definition.id())) {
                    here.add(UserErrorCode.CONFLICT, "names a field that an earlier entry names");
                } else {
                    values.put(definition.id(), new CustomFieldValue(definition.id(), value(field, definition, here)));
                }
            });
        }
        return List.copyOf(values.values());
    }

    private static Optional<CustomFieldDefinition> find(
            CustomFieldInput field, LocationFacts facts, Problems problems) {
        if ((field.key() == null) == (field.id() == null)) {
            problems.add(UserErrorCode.REQUIRED, "must name its field by exactly one of key and id");
            return Optional.empty();
        }
        Optional<CustomFieldDefinition> found = facts.customFields().stream()
                .filter(definition ->
                        field.id() != null ? definition.id().equals(field.id()) : definition.hasKey(field.key()))
                .findFirst();
        if (found.isEmpty()) {
            problems.at(field.id() != null ? "id" : "key")
                    .add(UserErrorCode.UNKNOWN, "is not a custom field of this location, which has " + keys(facts));
        }
        return found;
    }

    private static String keys(LocationFacts facts) {
        return names(facts.customFields().stream()
                .map(CustomFieldDefinition::key)
                .filter(Objects::nonNull)
                .sorted());
    }

    private static String names(Stream<String> names) {
        return Texts.cut(names.limit(MOST_NAMES).collect(Collectors.joining(", ")), Texts.LINE);
    }

    private static Object value(CustomFieldInput field, CustomFieldDefinition definition, Problems problems) {
        if (field.value() != null && field.values() != null) {
            problems.add(UserErrorCode.CONFLICT, "must not have both value and values");
            return null;
        }
        if (field.value() == null && field.values() == null) {
            return null;
        }
        List<String> texts = field.values() != null ? field.values() : List.of(field.value());
        if (!problems.requireAtMost(MOST, texts)) {
            return null;
        }
        return definition.isList() ? list(texts, definition, problems) : single(texts, definition, problems);
    }

    /** Reports only the first text that does not fit. */
    private static List<String> list(List<String> texts, CustomFieldDefinition definition, Problems problems) {
        return texts.stream()
                        .allMatch(text ->
                                Texts.required(text, Texts.BODY, problems) && isOption(text, definition, problems))
                ? texts
                : null;
    }

    private static Object single(List<String> texts, CustomFieldDefinition definition, Problems problems) {
        if (texts.size() != 1) {
            problems.add(UserErrorCode.INVALID, "must have exactly one value");
            return null;
        }
        String text = texts.get(0);
        if (!Texts.required(text, Texts.BODY, problems)) {
            return null;
        }
        if (definition.isNumber()) {
            return number(text, problems);
        }
        if (definition.isDate()) {
            LocalDate date = Texts.date(text, problems);
            return date == null ? null : date.toString();
        }
        return isOption(text, definition, problems) ? text : null;
    }

    private static BigDecimal number(String text, Problems problems) {
        try {
            BigDecimal number = new BigDecimal(text.length() > LONGEST_NUMBER ? "" : text.trim());
            boolean isInRange = number.precision() <= MOST_DIGITS
                    && number.scale() >= -MOST_DIGITS
                    && number.scale() <= MOST_DIGITS;
            if (isInRange) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, together with numbers out of range
        }
        problems.add(UserErrorCode.INVALID, "must be a number of at most 30 digits, for example 1250.50");
        return null;
    }

    private static boolean isOption(String text, CustomFieldDefinition definition, Problems problems) {
        boolean isOption =
                definition.options().isEmpty() || definition.options().contains(text);
        if (!isOption) {
            problems.add(UserErrorCode.INVALID, "must be one of " + names(definition.options().stream()));
        }
        return isOption;
    }
}
