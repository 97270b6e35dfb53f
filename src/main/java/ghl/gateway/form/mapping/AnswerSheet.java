package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.template.DateText;
import ghl.gateway.form.template.NumberText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Answers sorted by the questions that a form asks. Senders may bring one under its name, its label or another name. */
final class AnswerSheet {

    private static final Set<String> NO = Set.of("no", "false", "off", "0");

    private final FormDefinition form;
    private final Map<String, List<String>> answered = new LinkedHashMap<>();
    private final Map<String, List<String>> unknown = new LinkedHashMap<>();

    AnswerSheet(FormDefinition form, Answers answers) {
        this.form = form;
        Map<String, String> names = names(form);
        for (String given : answers.names()) {
            String name = form.answer(given).map(AnswerDefinition::name).orElseGet(() -> names.get(plain(given)));
            (name == null ? unknown : answered)
                    .computeIfAbsent(name == null ? given : name, any -> new ArrayList<>())
                    .addAll(answers.values(given));
        }
    }

    /** Required questions without an answer. */
    List<AnswerDefinition> missing() {
        return form.answers().stream()
                .filter(AnswerDefinition::required)
                .filter(answer -> !answered.containsKey(answer.name()))
                .toList();
    }

    /** What stands for the answers in templates. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        form.answers().forEach(answer -> values.put(answer.name(), value(answer)));
        return values;
    }

    /**
     * One line for each answer that has not arrived anywhere, with what people call the question.
     *
     * @param mentioned what conditions look at too: of a yes or no, that is all there is to it
     */
    List<String> linesBut(Set<String> arrived, Set<String> mentioned) {
        Stream<String> known = form.answers().stream()
                .filter(answer -> answered.containsKey(answer.name()) && !arrived.contains(answer.name()))
                .filter(answer -> answer.type() != AnswerType.YES_NO || !mentioned.contains(answer.name()))
                .map(answer -> line(answer.label(), answered.get(answer.name())));
        return Stream.concat(known, unknown.entrySet().stream().map(answer -> line(answer.getKey(), answer.getValue())))
                .toList();
    }

    private Object value(AnswerDefinition answer) {
        List<String> texts = answered.getOrDefault(answer.name(), List.of());
        String text = String.join(", ", texts).strip();
        return switch (answer.type()) {
            case CHOICES -> texts;
            case YES_NO -> text.isEmpty() || NO.contains(text.toLowerCase(Locale.ROOT)) ? "" : "yes";
            case NUMBER -> NumberText.read(text).map(BigDecimal::toPlainString).orElse(text);
            case DATE -> DateText.read(text).map(LocalDate::toString).orElse(text);
            default -> text;
        };
    }

    /** Names win over labels, labels over other names; of two questions with the same words the first. */
    private static Map<String, String> names(FormDefinition form) {
        Map<String, String> names = new HashMap<>();
        form.answers().forEach(answer -> names.putIfAbsent(plain(answer.name()), answer.name()));
        form.answers().forEach(answer -> names.putIfAbsent(plain(answer.label()), answer.name()));
        form.answers()
                .forEach(answer -> answer.from().forEach(other -> names.putIfAbsent(plain(other), answer.name())));
        return names;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String line(String label, List<String> texts) {
        return label + ": " + String.join(", ", texts);
    }
}
