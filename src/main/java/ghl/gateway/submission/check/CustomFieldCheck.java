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

/** Finds custom fields by key (the CRM's API accepts ids only) and converts values to the field's type. */
final class CustomFieldCheck {

    private static final String PREFIX = "contact.";

    /** Maximum number of significant digits, and of digits before and after the decimal point. */
    private static final int MOST_DIGITS = 30;

    private CustomFieldCheck() {}

    static List<CustomFieldValue> read(List<CustomFieldInput> fields, LocationFacts facts, Problems problems) {
        Map<String, CustomFieldValue> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            CustomFieldInput field = fields.get(i);
            Problems here = problems.at(i);
            find(field, facts, here).ifPresent(definition -> {
                var value = new CustomFieldValue(definition.id(), value(field, definition, here));
                if (values.put(definition.id(), value) != null) {
                    here.add(UserErrorCode.CONFLICT, "names a field that an earlier entry names");
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
                .filter(definition -> field.id() != null
                        ? definition.id().equals(field.id())
                        : isSameKey(field.key(), definition.key()))
                .findFirst();
        if (found.isEmpty()) {
            problems.at(field.id() != null ? "id" : "key")
                    .add(UserErrorCode.UNKNOWN, "is not a custom field of this location, which has " + keys(facts));
        }
        return found;
    }

    private static boolean isSameKey(String wanted, String key) {
        return key != null && (wanted.equals(key) || wanted.equals(PREFIX + key));
    }

    private static String keys(LocationFacts facts) {
        return facts.customFields().stream()
                .map(CustomFieldDefinition::key)
                .filter(Objects::nonNull)
                .sorted()
                .limit(30)
                .collect(Collectors.joining(", "));
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
        texts.forEach(text -> Texts.required(text, Texts.BODY, problems));
        if (definition.isList()) {
            texts.forEach(text -> option(text, definition, problems));
            return texts;
        }
        return single(texts, definition, problems);
    }

    private static Object single(List<String> texts, CustomFieldDefinition definition, Problems problems) {
        if (texts.size() != 1) {
            problems.add(UserErrorCode.INVALID, "must have exactly one value");
            return null;
        }
        String text = texts.get(0);
        if (definition.isNumber()) {
            return number(text, problems);
        }
        if (definition.isDate()) {
            LocalDate date = Texts.date(text, problems);
            return date == null ? null : date.toString();
        }
        option(text, definition, problems);
        return text;
    }

    private static BigDecimal number(String text, Problems problems) {
        try {
            BigDecimal number = new BigDecimal(text.trim());
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

    private static void option(String text, CustomFieldDefinition definition, Problems problems) {
        if (!definition.options().isEmpty() && !definition.options().contains(text)) {
            problems.add(UserErrorCode.INVALID, "must be one of " + String.join(", ", definition.options()));
        }
    }
}
