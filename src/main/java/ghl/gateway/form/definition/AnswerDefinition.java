package ghl.gateway.form.definition;

import java.util.List;

/**
 * One question of a form.
 *
 * @param name what templates and callers call its answer: letters, digits and _
 * @param label what people read; never null
 * @param options the choices, empty for other types
 * @param from other names under which senders bring the answer, for example the question's text; empty without any
 * @param sample what a test answers; empty: something of its type
 */
public record AnswerDefinition(
        String name,
        AnswerType type,
        boolean required,
        String label,
        List<String> options,
        List<String> from,
        List<String> sample) {}
