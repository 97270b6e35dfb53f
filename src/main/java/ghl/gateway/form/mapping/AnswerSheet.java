package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.answer.HtmlEntities;
import ghl.gateway.form.answer.LetterCase;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.template.DateText;
import ghl.gateway.form.template.NumberText;
import ghl.gateway.submission.check.EmailAddresses;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.check.PhoneNumbers;
import ghl.gateway.submission.check.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers matched to a form's questions by name, label or alias. */
final class AnswerSheet {

    private static final Pattern BETWEEN_CHOICES = Pattern.compile(",|\\|\\||\\R");

    private final FormDefinition form;
    private final Supplier<String> country;
    private final Supplier<ZoneId> timezone;
    private final Agreements agreements;

    /** By question, then by received name. */
    private final Map<String, Map<String, List<String>>> answered = new LinkedHashMap<>();

    private final Map<String, List<String>> unknown = new LinkedHashMap<>();

    /** @param facts of the location; requested only for what can be read in two ways */
    AnswerSheet(FormDefinition form, Answers answers, LocationFacts facts) {
        this.form = form;
        this.agreements = new Agreements(form);
        this.country = () -> facts.location().country();
        this.timezone = facts::timezone;
        Map<String, String> questions = Questions.of(form).match(answers.names());
        for (String received : answers.names()) {
            List<String> texts = answers.values(received);
            Optional.ofNullable(questions.get(received))
                    .flatMap(form::answer)
                    .ifPresentOrElse(
                            answer -> answered.computeIfAbsent(answer.name(), any -> new LinkedHashMap<>())
                                    .computeIfAbsent(AnswerNames.normalize(received), any -> new ArrayList<>())
                                    .addAll(decoded(answer, texts)),
                            () -> unknown.put(received, texts));
        }
    }

    /** Long text may be HTML. */
    private static List<String> decoded(AnswerDefinition answer, List<String> texts) {
        return answer.type() == AnswerType.LONG_TEXT
                ? texts
                : texts.stream().map(HtmlEntities::decode).toList();
    }

    List<AnswerDefinition> missing() {
        return form.answers().stream()
                .filter(AnswerDefinition::required)
                .filter(answer -> !answered.containsKey(answer.name()))
                .toList();
    }

    /** Required addresses and numbers that are none. Without the location's country, a national number may be one. */
    List<AnswerDefinition> invalid(Predicate<String> isEmail) {
        return form.answers().stream()
                .filter(AnswerDefinition::required)
                .filter(answer -> answered.containsKey(answer.name()))
                .filter(answer -> switch (answer.type()) {
                    case EMAIL -> EmailAddresses.in(text(answer), isEmail).isEmpty();
                    case PHONE -> PhoneNumbers.find(text(answer), country).isEmpty() && isCountryKnown(text(answer));
                    default -> false;
                })
                .toList();
    }

    private boolean isCountryKnown(String phone) {
        return PhoneNumbers.isInternational(phone) || country.get() != null;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        form.answers().forEach(answer -> values.put(answer.name(), value(answer)));
        return values;
    }

    /** Answers that no question asks for, by the names received. */
    Map<String, List<String>> unknown() {
        return unknown;
    }

    /** Names of the yes-or-no answers that say neither. */
    Set<String> unclear() {
        return form.answers().stream()
                .filter(answer -> answer.type() == AnswerType.YES_NO && meaning(answer) == YesNo.UNCLEAR)
                .map(AnswerDefinition::name)
                .collect(Collectors.toSet());
    }

    /** What an answer of any type says as an agreement. An address, a phone number, a number or a date means yes. */
    YesNo meaning(String name) {
        return form.answer(name).map(this::meaning).orElse(YesNo.NO);
    }

    /**
     * One line, "label: answer", for each answer that is not written anywhere yet.
     *
     * @param written answers that are written in full; a date with a time is not
     * @param mentioned answers that any text prints or tests; a yes-or-no answer needs no line then
     * @param unclear answers that need a line in any case
     * @param unwanted what needs no line among the answers that no question asks for
     */
    List<String> remainingLines(
            Set<String> written, Set<String> mentioned, Set<String> unclear, UnwantedAnswers unwanted) {
        Predicate<AnswerDefinition> isUnwritten = answer -> answer.type() == AnswerType.YES_NO
                ? !mentioned.contains(answer.name())
                : !written.contains(answer.name()) || hasTime(answer);
        Stream<String> known = form.answers().stream()
                .filter(answer -> answered.containsKey(answer.name()))
                .filter(isUnwritten.or(answer -> unclear.contains(answer.name())))
                .map(answer -> line(answer.label(), received(answer)));
        Stream<String> others = unwanted.removedFrom(unknown).entrySet().stream()
                .map(answer -> line(answer.getKey(), answer.getValue()));
        return Stream.concat(known, others).toList();
    }

    private Object value(AnswerDefinition answer) {
        String text = text(answer);
        return switch (answer.type()) {
            case CHOICES ->
                texts(answer).stream()
                        .flatMap(choices -> chosen(choices, answer.options()))
                        .toList();
            case YES_NO -> meaning(answer) == YesNo.YES ? "yes" : "";
            case NUMBER -> NumberText.canonical(text, country).orElse(text);
            case DATE ->
                DateText.parse(text, country, timezone).map(LocalDate::toString).orElse(text);
            default -> text;
        };
    }

    /** Several options that the sender joined in one text, or that text. */
    private static Stream<String> chosen(String choices, List<String> options) {
        List<String> parts = BETWEEN_CHOICES
                .splitAsStream(choices.strip())
                .map(String::strip)
                .toList();
        boolean isJoined = parts.size() > 1 && !options.contains(choices.strip()) && options.containsAll(parts);
        return isJoined ? parts.stream() : Stream.of(choices);
    }

    private String text(AnswerDefinition answer) {
        return String.join(", ", texts(answer)).strip();
    }

    private YesNo meaning(AnswerDefinition answer) {
        return agreements.meaning(answer, byName(answer));
    }

    private boolean hasTime(AnswerDefinition answer) {
        return answer.type() == AnswerType.DATE && texts(answer).stream().anyMatch(DateText::hasTime);
    }

    private List<String> received(AnswerDefinition answer) {
        return byName(answer).stream().flatMap(List::stream).toList();
    }

    private Collection<List<String>> byName(AnswerDefinition answer) {
        return answered.getOrDefault(answer.name(), Map.of()).values();
    }

    /** An address or number that is sent again to confirm it is there once. */
    private List<String> texts(AnswerDefinition answer) {
        List<String> texts = received(answer);
        if (texts.size() < 2) {
            return texts;
        }
        return switch (answer.type()) {
            case EMAIL -> distinct(texts, text -> LetterCase.lower(Texts.visible(text)));
            case PHONE -> distinct(texts, this::number);
            default -> texts;
        };
    }

    private String number(String text) {
        return PhoneNumbers.read(text, country).map(PhoneNumbers.Reading::e164).orElse(text);
    }

    private static List<String> distinct(List<String> texts, UnaryOperator<String> key) {
        Map<String, String> distinct = new LinkedHashMap<>();
        texts.forEach(text -> distinct.putIfAbsent(key.apply(text), text));
        return List.copyOf(distinct.values());
    }

    /** A name is one line: with line ends it could look like the consent's. */
    private static String line(String label, List<String> texts) {
        return label.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip() + ": " + String.join(", ", texts);
    }
}
