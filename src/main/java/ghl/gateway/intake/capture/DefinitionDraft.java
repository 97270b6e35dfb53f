package ghl.gateway.intake.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.sender.Senders;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Empty if nothing captured has an answer. @param isEmail whether an answer is an e-mail address */
    public static Optional<String> write(String form, List<Captured> captured, Predicate<String> isEmail) {
        List<SeenAnswer> seen = SeenAnswer.of(captured);
        return seen.isEmpty() ? Optional.empty() : Optional.of(write(form, captured, seen, isEmail));
    }

    private static String write(
            String form, List<Captured> captured, List<SeenAnswer> seen, Predicate<String> isEmail) {
        SeenIdentifier emails = SeenIdentifier.email(isEmail);
        SeenIdentifier phones = SeenIdentifier.phone();
        SeenAnswer email = emails.find(seen).orElse(null);
        SeenAnswer phone = phones.find(
                        seen.stream().filter(answer -> answer != email).toList())
                .orElse(null);
        Set<String> labels = seen.stream()
                .map(answer -> AnswerNames.normalize(answer.label()))
                .collect(Collectors.toSet());
        Map<String, Object> questions = new LinkedHashMap<>();
        Map<String, String> contact = new LinkedHashMap<>();
        for (SeenAnswer answer : asked(seen, email, phone)) {
            Map<String, Object> question = new LinkedHashMap<>();
            Optional<String> field = field(answer);
            if (answer == email || emails.matches(answer)) {
                question.put("type", "email");
            } else if (answer == phone || phones.matches(answer)) {
                question.put("type", "phone");
            } else if (field.isEmpty()) {
                answer.type().ifPresent(type -> question.put("type", type));
            }
            question.put("label", answer.label());
            String type = String.valueOf(question.get("type"));
            String meaning = type.equals("email") || type.equals("phone")
                    ? type
                    : field.orElse("answer_" + (questions.size() + 1));
            String name = uniqueName(questions.keySet(), labels, answer.label(), meaning);
            questions.put(name, question);
            if (answer == email || answer == phone) {
                contact.put(answer == email ? "email" : "phone", "{" + name + "}");
            } else if (!question.containsKey("type")) {
                field.ifPresent(known -> contact.putIfAbsent(known, "{" + name + "}"));
            }
        }
        nameParts(contact);
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("title", form);
        definition.put("answers", questions);
        definition.put("contact", contact);
        definition.put("senders", List.of(Map.of("type", sender(captured).text())));
        return (email == null && phone == null ? MISSING_IDENTIFIER : "") + yaml(definition);
    }

    /** In the order received. What a machine added is no question, unless there is nothing else. */
    private static List<SeenAnswer> asked(List<SeenAnswer> seen, SeenAnswer email, SeenAnswer phone) {
        Set<SeenAnswer> identifiers =
                Stream.of(email, phone).filter(Objects::nonNull).collect(Collectors.toSet());
        List<SeenAnswer> ofPeople = seen.stream()
                .filter(answer ->
                        identifiers.contains(answer) || !answer.words().isTechnical())
                .toList();
        List<SeenAnswer> asked = ofPeople.isEmpty() ? seen : ofPeople;
        Set<SeenAnswer> kept = Stream.concat(identifiers.stream(), asked.stream())
                .limit(Answers.MAX_FIELDS + identifiers.size())
                .distinct()
                .limit(Answers.MAX_FIELDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return asked.stream().filter(kept::contains).toList();
    }

    private static Optional<String> field(SeenAnswer answer) {
        String words = answer.words().text();
        return answer.words().isOfOthers()
                ? Optional.empty()
                : FIELDS.entrySet().stream()
                        .filter(field -> field.getValue().matcher(words).find())
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static Map<String, Pattern> fields() {
        Map<String, Pattern> fields = new LinkedHashMap<>();
        fields.put(
                "companyName",
                Pattern.compile("\\b(company|organi[sz]ation|business|firma|unternehmen|empresa|entreprise|societe"
                        + "|azienda|bedrijf)\\b|会社"));
        fields.put(
                "name",
                Pattern.compile("^(what (is|s) )?(your |my |full |contact |customer |lead |ihr |dein )*name$"
                        + "|^fullname$|^(vorname|vor) und nachname$|^vollstandiger name$"
                        + "|^(su |tu )?nombre( completo| y apellidos?)?$"
                        + "|^(votre )?nom( complet| et prenom)?$|^(il tuo )?nome( completo| e cognome)?$"
                        + "|^(uw |volledige )?naam$|^(お名前|名前|氏名|姓名|이름|имя)$"));
        fields.put(
                "firstName",
                Pattern.compile("\\b(first ?name|name first|given name|firstname|vorname|prenom|voornaam)\\b"));
        fields.put(
                "lastName",
                Pattern.compile("\\b(last ?name|name last|surname|family name|lastname|nachname|familienname|apellidos?"
                        + "|cognome|nom de famille|achternaam)\\b"));
        fields.put("city", Pattern.compile("\\b(city|town|ort|wohnort|stadt|ciudad|ville|citta|woonplaats)\\b"));
        fields.put(
                "postalCode",
                Pattern.compile("\\b(zip|postal|postcode|plz|postleitzahl|codigo postal|code postal)\\b|郵便番号"));
        fields.put("website", Pattern.compile("\\b(website|homepage|webseite|sitio web|site web|sito web)\\b"));
        return fields;
    }

    /** A name beside a first name or a last name is the other one, in any language. */
    private static void nameParts(Map<String, String> contact) {
        boolean hasFirst = contact.containsKey("firstName");
        if (contact.containsKey("name") && hasFirst != contact.containsKey("lastName")) {
            contact.put(hasFirst ? "lastName" : "firstName", contact.remove("name"));
        }
    }

    private static String identifier(String label, String meaning) {
        String words = NameWords.withoutAccents(label)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|(?<!_)_+$", "");
        String name = words.substring(0, Math.min(words.length(), 40)).replaceAll("(?<!_)_+$", "");
        if (name.isEmpty()) {
            return meaning;
        }
        return Character.isDigit(name.charAt(0)) ? "answer_" + name : name;
    }

    /** Differs from the other labels too, because a received name stands for the question of that name first. */
    private static String uniqueName(Set<String> taken, Set<String> labels, String label, String meaning) {
        String name = identifier(label, meaning);
        String own = AnswerNames.normalize(label);
        String unique = name;
        for (int number = 2; taken.contains(unique) || !unique.equals(own) && labels.contains(unique); number++) {
            unique = name + "_" + number;
        }
        return unique;
    }

    /** The format that all bodies have. One that signs is served by its link only as any other sender. */
    private static SenderType sender(List<Captured> captured) {
        List<SenderType> seen = captured.stream()
                .filter(body -> !body.answers().names().isEmpty())
                .map(Captured::sender)
                .distinct()
                .toList();
        return seen.size() == 1 && Senders.signature(seen.get(0)).isEmpty() ? seen.get(0) : SenderType.LINK;
    }

    private static String yaml(Map<String, Object> definition) {
        try {
            return YAML.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
