package ghl.gateway.form.answer;

import ghl.gateway.submission.input.AnswerInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody answered: names to texts, in the order in which they came. Text only, and not without end: what goes beyond
 * {@link #MOST_FIELDS}, {@link #LONGEST_VALUE} or {@link #LONGEST} is cut, and {@link #isCut} says so. Characters that no
 * text has (controls, halves of characters) are gone.
 */
public final class Answers {

    /** Names. */
    public static final int MOST_FIELDS = 200;

    /** Characters of one name. */
    public static final int LONGEST_NAME = 200;

    /** Characters of one value. */
    public static final int LONGEST_VALUE = 20_000;

    /** Characters of all values and names together. */
    public static final int LONGEST = 100_000;

    /** The same in a sentence. */
    public static final String LIMITS =
            "at most " + MOST_FIELDS + " answers, " + LONGEST_VALUE + " characters in one, and " + LONGEST + " in all";

    private final Map<String, List<String>> values;
    private final boolean cut;

    private Answers(Map<String, List<String>> values, boolean cut) {
        this.values = values;
        this.cut = cut;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** As a caller of {@code submitForm} gives them. */
    public static Answers of(List<AnswerInput> inputs) {
        Builder answers = builder();
        for (AnswerInput input : inputs) {
            if (input.value() != null) {
                answers.add(input.field(), input.value());
            }
            if (input.values() != null) {
                input.values().forEach(value -> answers.add(input.field(), value));
            }
        }
        return answers.build();
    }

    /** As a caller of {@code submitForm} would give them. */
    public List<AnswerInput> toInputs() {
        return names().stream()
                .map(name -> new AnswerInput(name, null, values(name)))
                .toList();
    }

    /** The names, in the order in which they came. */
    public Set<String> names() {
        return values.keySet();
    }

    /** What was answered under a name; empty when nothing was. Never with a blank text in it. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether something was too much, and is not here. */
    public boolean isCut() {
        return cut;
    }

    /** Collects answers. */
    public static final class Builder {

        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private int length;
        private boolean cut;

        private Builder() {}

        /** One more answer under a name; a blank one is none. */
        public Builder add(String name, String value) {
            String plainName = PlainText.of(name, LONGEST_NAME).strip();
            String plain = PlainText.of(value, LONGEST_VALUE);
            if (plain.isBlank() || plainName.isEmpty()) {
                return this;
            }
            boolean isNew = !values.containsKey(plainName);
            int room = LONGEST - length - (isNew ? plainName.length() : 0);
            if (room <= 0 || isNew && values.size() == MOST_FIELDS) {
                cut = true;
                return this;
            }
            String fitting = PlainText.of(plain, room);
            cut |= fitting.length() < plain.length() || value.length() > LONGEST_VALUE;
            length += fitting.length() + (isNew ? plainName.length() : 0);
            values.computeIfAbsent(plainName, any -> new ArrayList<>()).add(fitting);
            return this;
        }

        public Answers build() {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
            return new Answers(Collections.unmodifiableMap(copy), cut);
        }
    }
}
