package ghl.gateway.form.template;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code {context:pageUrl}}: where the form was filled in. */
final class ContextResolver implements NamespaceResolver {

    static final String CONTEXT = "context";

    static final List<String> NAMES =
            List.of("pageUrl", "pageTitle", "referrer", "utmSource", "utmMedium", "utmCampaign");

    @Override
    public String getNamespace() {
        return CONTEXT;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext evaluated) {
        Map<?, ?> context = (Map<?, ?>) evaluated.getAttribute(CONTEXT);
        Object said = context.get(evaluated.getName());
        return CompletableFuture.completedStage(said == null ? "" : said);
    }
}
