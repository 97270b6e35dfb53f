package ghl.gateway.form.definition;

import ghl.gateway.form.answer.AnswerNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The questions of a form by the names that senders use. A name spelled exactly as in the definition takes precedence; else
 * spelling matters as little as {@link AnswerNames#normalize} says. Names take precedence over labels, labels over aliases,
 * and earlier questions over later ones. A name that no question has stands for the only one with the same {@link
 * AnswerNames#letters}.
 */
public final class Questions {

    /** Of a form that is not defined yet. */
    public static final Questions NONE = new Questions(List.of());

    /** Members that say whether a checkbox is checked which is sent as an object, such as {@code {"accepted": true, "at": …}}. */
    public static final Set<String> CHECKED = Set.of("accepted", "checked", "agreed", "selected", "consent", "value");

    private static final Pattern CHECKED_MEMBER = Pattern.compile("\\.(" + String.join("|", CHECKED) + ")$");

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> normalized = new HashMap<>();
    private final Set<String> checkboxes;

    /** By letters; questions that share them are told apart by their exact names only. */
    private final Map<String, Set<String>> lettered = new HashMap<>();

    private Questions(List<AnswerDefinition> answers) {
        checkboxes = answers.stream()
                .filter(answer -> answer.type() == AnswerType.YES_NO)
                .map(AnswerDefinition::name)
                .collect(Collectors.toSet());
        add(answers, answer -> List.of(answer.name()));
        add(answers, answer -> List.of(answer.label()));
        add(answers, AnswerDefinition::from);
    }

    private void add(List<AnswerDefinition> answers, Function<AnswerDefinition, List<String>> names) {
        for (AnswerDefinition answer : answers) {
            for (String name : names.apply(answer)) {
                exact.putIfAbsent(name, answer.name());
                normalized.putIfAbsent(AnswerNames.normalize(name), answer.name());
                lettered.computeIfAbsent(AnswerNames.letters(name), any -> new HashSet<>())
                        .add(answer.name());
            }
        }
    }

    public static Questions of(FormDefinition form) {
        return new Questions(form.answers());
    }

    /** The name of the question that has a received name. */
    public Optional<String> find(String received) {
        String name = exact.get(received);
        return Optional.ofNullable(name == null ? normalized(AnswerNames.normalize(received)) : name);
    }

    /** Whether a question has exactly this name, which takes little time. */
    public boolean has(String received) {
        return exact.containsKey(received);
    }

    private String normalized(String received) {
        String name = normalized.get(received);
        String checkbox = normalized.get(CHECKED_MEMBER.matcher(received).replaceFirst(""));
        return name == null && checkboxes.contains(checkbox) ? checkbox : name;
    }

    /** Whether a received name may stand for a question; see {@link #match}. */
    public boolean asks(String received) {
        return find(received).or(() -> similar(received)).isPresent();
    }

    /**
     * The questions that received names stand for, by received name. A question that one of them has takes no similar ones,
     * and of several similar ones it takes the first: the others may be answers to something else.
     */
    public Map<String, String> match(Collection<String> received) {
        Map<String, String> matched = new HashMap<>();
        received.forEach(name -> find(name).ifPresent(question -> matched.put(name, question)));
        Set<String> taken = new HashSet<>(matched.values());
        for (String name : received) {
            if (!matched.containsKey(name)) {
                similar(name).filter(taken::add).ifPresent(question -> matched.put(name, question));
            }
        }
        return matched;
    }

    private Optional<String> similar(String received) {
        String letters = AnswerNames.letters(received);
        Set<String> questions = letters.isEmpty() ? Set.of() : lettered.getOrDefault(letters, Set.of());
        return questions.size() == 1 ? questions.stream().findFirst() : Optional.empty();
    }
}
