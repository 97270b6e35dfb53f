package ghl.gateway.form.definition;

import ghl.gateway.form.answer.AnswerNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a form by the names that senders use. Names take precedence over labels, labels over aliases, and earlier
 * questions over later ones. Spelling matters as little as {@link AnswerNames#normalize} says.
 */
public final class Questions {

    /** Of a form that is not defined yet. */
    public static final Questions NONE = new Questions(Map.of());

    private final Map<String, String> names;

    private Questions(Map<String, String> names) {
        this.names = names;
    }

    public static Questions of(FormDefinition form) {
        Map<String, String> names = new HashMap<>();
        form.answers().forEach(answer -> names.putIfAbsent(AnswerNames.normalize(answer.name()), answer.name()));
        form.answers().forEach(answer -> names.putIfAbsent(AnswerNames.normalize(answer.label()), answer.name()));
        form.answers().forEach(answer -> answer.from()
                .forEach(alias -> names.putIfAbsent(AnswerNames.normalize(alias), answer.name())));
        return new Questions(names);
    }

    /** The name of the question that a received name stands for. */
    public Optional<String> find(String received) {
        return Optional.ofNullable(names.get(AnswerNames.normalize(received)));
    }

    public boolean asks(String received) {
        return find(received).isPresent();
    }
}
