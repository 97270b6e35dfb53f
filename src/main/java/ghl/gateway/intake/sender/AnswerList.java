package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.Answers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects answers by the names that senders use. */
final class AnswerList {

    private static final String UNNAMED = "unnamed";

    private final Answers.Builder answers = Answers.builder();
    private final Set<String> names = new HashSet<>();

    /** For each label that occurred several times, the number to try next. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Adds an answer; ignores null. A repeated name adds a value to the same answer. */
    AnswerList add(String name, String value) {
        if (value != null) {
            String usedName = nameOrDefault(name);
            names.add(usedName);
            answers.add(usedName, value);
        }
        return this;
    }

    /** Adds a JSON value of any kind; see {@link JsonAnswers}. */
    AnswerList add(String name, JsonNode value) {
        JsonAnswers.add(this, name, value);
        return this;
    }

    /** A name for a question whose label may occur several times: later ones get a number. */
    String distinct(String label) {
        String name = nameOrDefault(label);
        String distinct = name;
        int number = numbers.getOrDefault(name, 2);
        for (; names.contains(distinct) && number < Answers.MAX_FIELDS; number++) {
            distinct = name + " (" + number + ")";
        }
        numbers.put(name, number);
        return distinct;
    }

    Answers answers() {
        return answers.build();
    }

    /** Bounds memory: a name may be as long as the body, and nested names repeat it. */
    static String truncate(String name) {
        return name.length() > Answers.MAX_NAME_LENGTH ? name.substring(0, Answers.MAX_NAME_LENGTH) : name;
    }

    private static String nameOrDefault(String name) {
        return name == null || name.isBlank() ? UNNAMED : truncate(name.strip());
    }
}
