package ghl.gateway.intake.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.capture.Captures.Captured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drafts a form definition from captured bodies: one question per answer name, and contact fields inferred from names and
 * values. Contains no answers.
 */
public final class DefinitionDraft {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .enable(Feature.MINIMIZE_QUOTES)
            .stringQuotingChecker(new QuotesUnlessPlain())
            .build());

    private static final String MISSING_IDENTIFIER =
            "# No answer looks like an e-mail address or a phone number. Add the right one under contact, for example\n"
                    + "# email: \"{answer}\".\n";

    private static final Pattern CALLED_PHONE = Pattern.compile("phone|mobile|tel");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]{7,20}");

    /** Contact fields by the words of a question's name; the first match counts. */
    private static final Map<String, Pattern> FIELDS = fields();

    private DefinitionDraft() {}

    /** Quotes names such as {@code 3} or {@code 1e3}, which YAML would read as numbers. */
    private static final class QuotesUnlessPlain extends StringQuotingChecker.Default {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z]([A-Za-z0-9 _-]*[A-Za-z0-9])?");

        @Override
        public boolean needToQuoteValue(String value) {
            return !PLAIN.matcher(value).matches() || super.needToQuoteValue(value);
        }
    }

    /** @param isEmail whether an answer is an e-mail address */
    public static String write(String form, List<Captured> captured, Predicate<String> isEmail) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, String> contact = new LinkedHashMap<>();
        for (String label : labels(captured)) {
            String name = uniqueName(answers.keySet(), identifier(label));
            Optional<String> type = type(label, captured, isEmail);
            Map<String, Object> question = new LinkedHashMap<>();
            type.ifPresent(value -> question.put("type", value));
            question.put("label", label);
            answers.put(name, question);
            type.or(() -> field(label)).ifPresent(field -> contact.putIfAbsent(field, "{" + name + "}"));
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("title", form);
        definition.put("answers", answers);
        definition.put("contact", contact);
        definition.put("senders", List.of(Map.of("type", sender(captured))));
        boolean hasIdentifier = contact.containsKey("email") || contact.containsKey("phone");
        return (hasIdentifier ? "" : MISSING_IDENTIFIER) + yaml(definition);
    }

    private static List<String> labels(List<Captured> captured) {
        return captured.stream()
                .flatMap(body -> body.received().answers().names().stream())
                .distinct()
                .limit(Answers.MAX_FIELDS)
                .toList();
    }

    private static Optional<String> type(String label, List<Captured> captured, Predicate<String> isEmail) {
        if (all(label, captured, isEmail)) {
            return Optional.of("email");
        }
        boolean isCalledPhone =
                CALLED_PHONE.matcher(label.toLowerCase(Locale.ROOT)).find();
        return isCalledPhone
                        && all(label, captured, value -> PHONE.matcher(value).matches())
                ? Optional.of("phone")
                : Optional.empty();
    }

    private static boolean all(String label, List<Captured> captured, Predicate<String> fits) {
        return captured.stream()
                .flatMap(body -> body.received().answers().values(label).stream())
                .allMatch(fits);
    }

    private static Optional<String> field(String label) {
        String words = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        return FIELDS.entrySet().stream()
                .filter(field -> field.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Pattern> fields() {
        Map<String, Pattern> fields = new LinkedHashMap<>();
        fields.put("companyName", Pattern.compile("\\b(company|organi[sz]ation|business)\\b"));
        fields.put("firstName", Pattern.compile("\\b(first ?name|name first|given name|firstname)\\b"));
        fields.put("lastName", Pattern.compile("\\b(last ?name|name last|surname|family name|lastname)\\b"));
        fields.put("city", Pattern.compile("\\b(city|town)\\b"));
        fields.put("postalCode", Pattern.compile("\\b(zip|postal|postcode)\\b"));
        fields.put("website", Pattern.compile("\\b(website|homepage)\\b"));
        fields.put("name", Pattern.compile("^ ?(your |full )?name ?$"));
        return fields;
    }

    private static String identifier(String label) {
        String words =
                label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|(?<!_)_+$", "");
        String name = words.substring(0, Math.min(words.length(), 40)).replaceAll("(?<!_)_+$", "");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "answer_" + name : name;
    }

    private static String uniqueName(Set<String> taken, String name) {
        String unique = name;
        for (int number = 2; taken.contains(unique); number++) {
            unique = name + "_" + number;
        }
        return unique;
    }

    private static String sender(List<Captured> captured) {
        List<SenderType> seen =
                new ArrayList<>(captured.stream().map(Captured::sender).collect(Collectors.toSet()));
        SenderType type = seen.size() == 1 ? seen.get(0) : SenderType.LINK;
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String yaml(Map<String, Object> definition) {
        try {
            return YAML.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
