package ghl.gateway.form.definition;

import java.util.List;

/**
 * One question of a form.
 *
 * @param name the answer's name in templates and requests: letters, digits and _
 * @param label the question shown to people; never null
 * @param options the choices, or what else means yes of a yes-or-no question; empty for other types
 * @param from other names that senders use for the answer, for example the question's text
 * @param sample the answer that a test sends; empty lets the test choose one by type
 */
public record AnswerDefinition(
        String name,
        AnswerType type,
        boolean required,
        String label,
        List<String> options,
        List<String> from,
        List<String> sample) {}
