package ghl.gateway.form.answer;

import ghl.gateway.submission.input.AnswerInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Answers of one submission: names to texts, in the order received. Anything beyond {@link #MAX_FIELDS}, {@link
 * #MAX_VALUES}, {@link #MAX_VALUE_LENGTH} or {@link #MAX_TOTAL_LENGTH} is dropped, and {@link #isTruncated} is true.
 * Control characters are removed and unpaired surrogates replaced.
 */
public final class Answers {

    public static final int MAX_FIELDS = 200;

    public static final int MAX_NAME_LENGTH = 1_000;

    public static final int MAX_VALUE_LENGTH = 20_000;

    /** Values of all answers together: an answer may have several. */
    public static final int MAX_VALUES = 1_000;

    /** Characters of all names and values together. */
    public static final int MAX_TOTAL_LENGTH = 100_000;

    public static final String LIMITS = "at most " + MAX_FIELDS + " answers with " + MAX_VALUES + " values, "
            + MAX_VALUE_LENGTH + " characters each and " + MAX_TOTAL_LENGTH + " in total";

    private final Map<String, List<String>> values;
    private final boolean truncated;

    private Answers(Map<String, List<String>> values, boolean truncated) {
        this.values = values;
        this.truncated = truncated;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** @param asked whether the form has a question of that name; see {@link #of(Map, Predicate)} */
    public static Answers of(List<AnswerInput> inputs, Predicate<String> asked) {
        Map<String, List<String>> received = new LinkedHashMap<>();
        for (AnswerInput input : inputs) {
            List<String> texts = received.computeIfAbsent(input.field(), any -> new ArrayList<>());
            if (input.value() != null) {
                texts.add(input.value());
            }
            if (input.values() != null) {
                texts.addAll(input.values());
            }
        }
        return of(received, asked);
    }

    /**
     * As many answers as the limits allow. Answers that the form asks for are kept before others, short ones before long
     * ones, and the first value of each before further ones, so that neither a long message nor many unknown fields cost an
     * e-mail address.
     *
     * @param asked whether the form has a question of that name
     */
    public static Answers of(Map<String, List<String>> received, Predicate<String> asked) {
        Builder answers = builder();
        Map<Boolean, List<Map.Entry<String, List<String>>>> byAsked = received.entrySet().stream()
                .sorted(Comparator.comparingLong(answer -> size(answer.getValue())))
                .collect(Collectors.partitioningBy(answer -> asked.test(answer.getKey())));
        for (boolean isAsked : List.of(true, false)) {
            byAsked.get(isAsked)
                    .forEach(answer ->
                            answer.getValue().stream().limit(1).forEach(value -> answers.add(answer.getKey(), value)));
            byAsked.get(isAsked)
                    .forEach(answer ->
                            answer.getValue().stream().skip(1).forEach(value -> answers.add(answer.getKey(), value)));
        }
        return answers.build(received.keySet());
    }

    private static long size(List<String> texts) {
        return texts.stream().mapToLong(text -> text.length() + 1L).sum();
    }

    public List<AnswerInput> toInputs() {
        return names().stream()
                .map(name -> new AnswerInput(name, null, values(name)))
                .toList();
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** The non-blank values of a name; empty when unanswered. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The answers of some names. What was dropped before still counts as truncated. */
    public Answers only(Predicate<String> names) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(names.negate());
        return new Answers(Collections.unmodifiableMap(kept), truncated);
    }

    /** Whether content was dropped because it exceeded a limit. */
    public boolean isTruncated() {
        return truncated;
    }

    private static String plainName(String name) {
        return PlainText.of(name, MAX_NAME_LENGTH).strip();
    }

    public static final class Builder {

        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private int count;
        private int length;
        private boolean truncated;

        private Builder() {}

        /** Adds a value to a name; ignores blank values. */
        public Builder add(String name, String value) {
            if (count == MAX_VALUES || length == MAX_TOTAL_LENGTH) {
                truncated |= !value.isBlank();
                return this;
            }
            String plain = PlainText.of(value, MAX_VALUE_LENGTH);
            String plainName = plain.isBlank() ? "" : plainName(name);
            if (plainName.isEmpty()) {
                return this;
            }
            boolean isNew = !values.containsKey(plainName);
            int room = MAX_TOTAL_LENGTH - length - (isNew ? plainName.length() : 0);
            if (room <= 0 || isNew && values.size() == MAX_FIELDS) {
                truncated = true;
                return this;
            }
            String fitting = PlainText.of(plain, room);
            truncated |= fitting.length() < plain.length() || value.length() > MAX_VALUE_LENGTH;
            length += fitting.length() + (isNew ? plainName.length() : 0);
            count++;
            values.computeIfAbsent(plainName, any -> new ArrayList<>()).add(fitting);
            return this;
        }

        public Answers build() {
            return build(List.copyOf(values.keySet()));
        }

        private Answers build(Collection<String> order) {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            for (String name : order) {
                List<String> texts = values.get(plainName(name));
                if (texts != null) {
                    copy.put(plainName(name), List.copyOf(texts));
                }
            }
            return new Answers(Collections.unmodifiableMap(copy), truncated);
        }
    }
}
