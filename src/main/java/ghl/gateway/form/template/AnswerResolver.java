package ghl.gateway.form.template;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Applies helpers to answers. Uses no reflection, so templates can reach nothing else. */
final class AnswerResolver implements ValueResolver {

    static final String COUNTRY = "country";

    @Override
    public boolean appliesTo(EvalContext context) {
        Object base = context.getBase();
        return (base instanceof String || base instanceof List)
                && Helper.find(context.getName(), context.getParams().size()).isPresent();
    }

    @Override
    @SuppressWarnings("unchecked")
    public CompletionStage<Object> resolve(EvalContext context) {
        Helper helper =
                Helper.find(context.getName(), context.getParams().size()).orElseThrow();
        RenderedAnswers.spend(AnswerValues.text(context.getBase()));
        Supplier<String> country = (Supplier<String>) context.getAttribute(COUNTRY);
        CompletionStage<List<Object>> arguments = CompletableFuture.completedStage(List.of());
        for (Expression parameter : context.getParams()) {
            arguments = arguments.thenCombine(context.evaluate(parameter), AnswerResolver::append);
        }
        return arguments.thenApply(all -> helper.apply(context.getBase(), all, country));
    }

    private static List<Object> append(List<Object> list, Object value) {
        List<Object> longer = new ArrayList<>(list);
        longer.add(value);
        return longer;
    }
}
