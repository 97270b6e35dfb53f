package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.Answers;
import java.util.HashSet;
import java.util.Set;

/** Collects answers under the names that senders give them. */
final class AnswerList {

    private static final String NAMELESS = "unnamed";

    private final Answers.Builder answers = Answers.builder();
    private final Set<String> names = new HashSet<>();

    /** An answer; null is none. The same name again is another value of the same answer. */
    AnswerList add(String name, String value) {
        if (value != null) {
            String kept = named(name);
            names.add(kept);
            answers.add(kept, value);
        }
        return this;
    }

    /** A text, number, flag, list or object, taken apart; see {@link JsonAnswers}. */
    AnswerList add(String name, JsonNode value) {
        JsonAnswers.addTo(this, name, value);
        return this;
    }

    /** A question that may share its label with another one: that other one gets a number behind its name. */
    String distinct(String label) {
        String name = named(label);
        String distinct = name;
        for (int number = 2; names.contains(distinct) && number < Answers.MOST_FIELDS; number++) {
            distinct = name + " (" + number + ")";
        }
        return distinct;
    }

    Answers answers() {
        return answers.build();
    }

    /** Nobody maps a longer name, and somebody may send a megabyte of one. */
    static String cut(String name) {
        return name.length() > Answers.LONGEST_NAME ? name.substring(0, Answers.LONGEST_NAME) : name;
    }

    private static String named(String name) {
        return name == null || name.isBlank() ? NAMELESS : cut(name.strip());
    }
}
