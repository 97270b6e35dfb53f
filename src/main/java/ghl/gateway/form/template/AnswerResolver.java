package ghl.gateway.form.template;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Applies helpers to answers. Without reflection: there is nothing else that a template could reach. */
final class AnswerResolver implements ValueResolver {

    static final String COUNTRY = "country";

    @Override
    public boolean appliesTo(EvalContext context) {
        Object base = context.getBase();
        return (base instanceof String || base instanceof List)
                && Helper.named(context.getName())
                        .filter(helper -> helper.takes(context.getParams().size()))
                        .isPresent();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Helper helper = Helper.named(context.getName()).orElseThrow();
        Country country = (Country) context.getAttribute(COUNTRY);
        CompletionStage<List<Object>> arguments = CompletableFuture.completedStage(List.of());
        for (Expression parameter : context.getParams()) {
            arguments = arguments.thenCombine(context.evaluate(parameter), AnswerResolver::and);
        }
        return arguments.thenApply(all -> helper.apply(context.getBase(), all, country));
    }

    private static List<Object> and(List<Object> some, Object one) {
        List<Object> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
