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
 * Converts template values to text and records which answers are printed. An answer that a condition only tests, or that
 * occurs in a branch not taken, is not recorded. Uses a thread-local because Qute renders a template on one thread.
 */
final class RenderedAnswers implements ResultMapper {

    /** Helpers that print only part of an answer, or a fact about it. */
    private static final Set<Helper> PARTIAL =
            Set.of(Helper.FIRST, Helper.COUNT, Helper.CONTAINS, Helper.OVER, Helper.UNDER);

    private static final ThreadLocal<Recording> CURRENT = new ThreadLocal<>();

    private record Recording(Map<String, Object> values, Set<String> printed, RenderBudget budget) {}

    static FormText.Filled track(Map<String, Object> values, RenderBudget budget, Supplier<String> rendering) {
        Set<String> printed = new HashSet<>();
        CURRENT.set(new Recording(values, printed, budget));
        try {
            return new FormText.Filled(rendering.get(), Set.copyOf(printed));
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return true;
    }

    @Override
    public String map(Object result, Expression expression) {
        Recording recording = CURRENT.get();
        if (recording != null) {
            track(expression, recording);
        }
        String text = AnswerValues.text(result);
        spend(text);
        return text;
    }

    /** Charges what is read or printed, except for the samples of the checks at load. */
    static void spend(String text) {
        Recording recording = CURRENT.get();
        if (recording != null) {
            recording.budget().spend(text);
        }
    }

    /** For {@code {name.or(email)}}, records the one that was answered. */
    private static void track(Expression expression, Recording recording) {
        List<Expression.Part> parts = expression.getParts();
        boolean isPartial = parts.stream().skip(1).anyMatch(part -> Helper.find(part.getName())
                .filter(PARTIAL::contains)
                .isPresent());
        if (expression.isLiteral() || expression.hasNamespace() || isPartial) {
            return;
        }
        String name = parts.get(0).getName();
        if (!AnswerValues.text(recording.values().getOrDefault(name, "")).isBlank()) {
            recording.printed().add(name);
            return;
        }
        parts.stream()
                .filter(Expression.Part::isVirtualMethod)
                .flatMap(part -> part.asVirtualMethod().getParameters().stream())
                .forEach(parameter -> track(parameter, recording));
    }
}
