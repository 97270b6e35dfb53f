package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.answer.LetterCase;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.template.DateText;
import ghl.gateway.form.template.NumberText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Answers matched to a form's questions by name, label or alias. */
final class AnswerSheet {

    private static final Set<String> NO = Set.of("no", "false", "off", "0");

    private final FormDefinition form;
    private final Map<String, List<String>> answered = new LinkedHashMap<>();
    private final Map<String, List<String>> unknown = new LinkedHashMap<>();

    AnswerSheet(FormDefinition form, Answers answers) {
        this.form = form;
        Questions questions = Questions.of(form);
        for (String received : answers.names()) {
            String name = questions.find(received).orElse(null);
            (name == null ? unknown : answered)
                    .computeIfAbsent(name == null ? received : name, any -> new ArrayList<>())
                    .addAll(answers.values(received));
        }
    }

    List<AnswerDefinition> missing() {
        return form.answers().stream()
                .filter(AnswerDefinition::required)
                .filter(answer -> !answered.containsKey(answer.name()))
                .toList();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        form.answers().forEach(answer -> values.put(answer.name(), value(answer)));
        return values;
    }

    /**
     * One line, "label: answer", for each answer that is not written anywhere yet.
     *
     * @param written answers that are written in full
     * @param mentioned answers that any text prints or tests; a yes-or-no answer needs no line then
     */
    List<String> remainingLines(Set<String> written, Set<String> mentioned) {
        Stream<String> known = form.answers().stream()
                .filter(answer -> answered.containsKey(answer.name()) && !written.contains(answer.name()))
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
            case YES_NO -> text.isEmpty() || NO.contains(LetterCase.lower(text)) ? "" : "yes";
            case NUMBER -> NumberText.parse(text).map(BigDecimal::toPlainString).orElse(text);
            case DATE -> DateText.parse(text).map(LocalDate::toString).orElse(text);
            default -> text;
        };
    }

    private static String line(String label, List<String> texts) {
        return label + ": " + String.join(", ", texts);
    }
}
