package ghl.gateway.form.template;

import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes values into texts, a list as its texts with commas between them, and keeps which answers were written: one that a
 * condition only looked at, or that stands in a branch not taken, has not arrived anywhere yet. A rendering runs on one
 * thread, from beginning to end.
 */
final class RenderedAnswers implements ResultMapper {

    /** What of an answer these write is not the answer. */
    private static final Set<Helper> PARTS =
            Set.of(Helper.FIRST, Helper.COUNT, Helper.CONTAINS, Helper.OVER, Helper.UNDER);

    private static final ThreadLocal<Trace> TRACE = new ThreadLocal<>();

    private record Trace(Map<String, Object> values, Set<String> written) {}

    /** A text, and the answers in it. */
    record Text(String text, Set<String> answers) {}

    static Text during(Map<String, Object> values, Supplier<String> rendering) {
        Set<String> written = new HashSet<>();
        TRACE.set(new Trace(values, written));
        try {
            return new Text(rendering.get(), Set.copyOf(written));
        } finally {
            TRACE.remove();
        }
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return true;
    }

    @Override
    public String map(Object result, Expression expression) {
        Trace trace = TRACE.get();
        if (trace != null) {
            note(expression, trace);
        }
        return AnswerValues.text(result);
    }

    /** Of {@code {name.or(email)}} the one that was there. */
    private static void note(Expression expression, Trace trace) {
        List<Expression.Part> parts = expression.getParts();
        boolean isPart = parts.stream().skip(1).anyMatch(part -> Helper.named(part.getName())
                .filter(PARTS::contains)
                .isPresent());
        if (expression.isLiteral() || expression.hasNamespace() || isPart) {
            return;
        }
        String name = parts.get(0).getName();
        if (!AnswerValues.text(trace.values().getOrDefault(name, "")).isBlank()) {
            trace.written().add(name);
            return;
        }
        parts.stream()
                .filter(Expression.Part::isVirtualMethod)
                .flatMap(part -> part.asVirtualMethod().getParameters().stream())
                .forEach(parameter -> note(parameter, trace));
    }
}
