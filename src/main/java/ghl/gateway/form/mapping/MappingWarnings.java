package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.submission.receipt.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Warnings about the answers of a form. Contain no answers, because warnings are stored unencrypted. */
final class MappingWarnings {

    /** Maximum number of warnings about single answers: a receipt has fewer than 100. The note has all answers. */
    private static final int MOST_OF_ANSWERS = 90;

    private final List<Warning> ofAnswers = new ArrayList<>();
    private final List<Warning> others = new ArrayList<>();

    void misplaced(String message) {
        ofAnswers.add(new Warning("ANSWER_MISPLACED", message));
    }

    void unclear(Collection<String> answers) {
        answers.stream()
                .sorted()
                .forEach(answer -> ofAnswers.add(new Warning(
                        "ANSWER_UNCLEAR",
                        answer
                                + " says neither yes nor no: it counts as no, and the answer is in the note. If it means yes, add"
                                + " it to the options of a yes_no question")));
    }

    void missing(List<AnswerDefinition> answers) {
        answers.forEach(answer ->
                ofAnswers.add(new Warning("ANSWER_MISSING", "The required answer " + answer.name() + " is missing")));
    }

    void truncated() {
        others.add(new Warning("ANSWERS_CUT", "Some answers were truncated: a submission has " + Answers.LIMITS));
    }

    void leftOut() {
        others.add(new Warning(
                "ANSWERS_CUT", "Texts that repeat long answers too often were left out: the answers are in the note"));
    }

    void guessedPhone() {
        others.add(
                new Warning(
                        "PHONE_GUESSED",
                        "phone has no plus, so that its country was guessed: ask the sender for numbers with their country code"));
    }

    void guessedEmail() {
        others.add(new Warning(
                "IDENTIFIER_GUESSED",
                "The form's questions found no e-mail address, so that the only one among the other answers was used: add its name"
                        + " to a question's from"));
    }

    void noIdentifier(String consequence) {
        others.add(new Warning(
                Warning.NO_IDENTIFIER, "The answers contain no valid e-mail address or phone number: " + consequence));
    }

    List<Warning> all() {
        List<Warning> all = new ArrayList<>(ofAnswers);
        if (all.size() > MOST_OF_ANSWERS) {
            all.subList(MOST_OF_ANSWERS - 1, all.size()).clear();
            all.add(new Warning("WARNINGS_OMITTED", "Further answers are missing, or are in the note instead"));
        }
        all.addAll(others);
        return all;
    }
}
