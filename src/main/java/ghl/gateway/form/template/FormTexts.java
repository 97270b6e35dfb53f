package ghl.gateway.form.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses and validates the texts of a form's definition. Checks every name and renders every text with sample values, so
 * that errors appear when a form is loaded and not when a lead arrives.
 */
public final class FormTexts {

    /** A date, a number, a text, a list, and no answer of either kind. */
    private static final List<Object> SAMPLES = List.of("2027-01-31", "12.5", "Ada", List.of("a", "b"), "", List.of());

    private static final Pattern CONDITION = Pattern.compile("\\{#(?:if|else if) ([^{}]*)}");
    private static final Pattern COMPARISON = Pattern.compile("\\s(>|<|>=|<=|gt|ge|lt|le)\\s");

    static final String CONTEXT = "context";

    private static final List<String> CONTEXT_NAMES =
            List.of("pageUrl", "pageTitle", "referrer", "utmSource", "utmMedium", "utmCampaign");

    private static final Engine ENGINE = Engine.builder()
            .strictRendering(true)
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapperResolver())
            .addValueResolver(new AnswerResolver())
            .addNamespaceResolver(NamespaceResolver.builder(CONTEXT)
                    .resolve(FormTexts::contextValue)
                    .build())
            .addResultMapper(new RenderedAnswers())
            .build();

    private final Set<String> names;

    public FormTexts(Set<String> names) {
        this.names = names;
    }

    public FormText parse(String source) throws FormTextException {
        Template template = template(source);
        boolean compares = CONDITION.matcher(source).results().anyMatch(condition -> COMPARISON
                .matcher(condition.group(1))
                .find());
        if (compares) {
            throw new FormTextException(
                    "compares an answer with an operator, but answers are text. Use {#if budget.over(1000)} or .under(…).");
        }
        Set<String> answers = new LinkedHashSet<>();
        for (Expression expression : template.getExpressions()) {
            check(expression, answers);
        }
        FormText text = new FormText(source, template, Set.copyOf(answers));
        renderSamples(text);
        for (Expression expression : template.getExpressions()) {
            renderSamplesAlone(expression);
        }
        return text;
    }

    private static Template template(String source) throws FormTextException {
        try {
            return ENGINE.parse(source);
        } catch (TemplateException e) {
            throw new FormTextException(reason(e)
                    + ". Sections are {#if …}, {#else if …}, {#else} and {/if}; write \\{ for a literal brace.");
        }
    }

    private void check(Expression expression, Set<String> answers) throws FormTextException {
        if (expression.isLiteral()) {
            return;
        }
        String first = expression.getParts().get(0).getName();
        if (expression.hasNamespace()) {
            checkContext(expression.getNamespace(), first);
        } else if (names.contains(first)) {
            answers.add(first);
        } else {
            throw new FormTextException("uses {" + first + "}, which is not an answer of this form. Its answers are "
                    + String.join(", ", names) + ".");
        }
        for (Expression.Part part :
                expression.getParts().subList(1, expression.getParts().size())) {
            checkHelper(part, answers);
        }
    }

    private static void checkContext(String namespace, String name) throws FormTextException {
        if (!namespace.equals(CONTEXT) || !CONTEXT_NAMES.contains(name)) {
            throw new FormTextException("uses {" + namespace + ":" + name
                    + "}, which does not exist. Use one of context:" + String.join(", context:", CONTEXT_NAMES) + ".");
        }
    }

    private void checkHelper(Expression.Part part, Set<String> answers) throws FormTextException {
        List<Expression> parameters =
                part.isVirtualMethod() ? part.asVirtualMethod().getParameters() : List.of();
        if (Helper.find(part.getName(), parameters.size()).isEmpty()) {
            throw new FormTextException("uses ." + part.getName()
                    + ", which is not a helper or has the wrong number of arguments. Helpers are " + Helper.words()
                    + ".");
        }
        for (Expression parameter : parameters) {
            check(parameter, answers);
        }
    }

    /** Renders a placeholder outside its condition: real answers may take a branch that no sample takes. */
    private void renderSamplesAlone(Expression expression) throws FormTextException {
        if (!expression.isLiteral() && !expression.hasNamespace()) {
            Set<String> answers = new LinkedHashSet<>();
            check(expression, answers);
            String placeholder = "{" + source(expression) + "}";
            renderSamples(new FormText(placeholder, template(placeholder), Set.copyOf(answers)));
        }
    }

    /** The expression's template source, with infix helpers written as method calls. */
    private static String source(Expression expression) {
        if (expression.isLiteral() || expression.hasNamespace()) {
            return expression.toOriginalString();
        }
        return expression.getParts().stream().map(FormTexts::source).collect(Collectors.joining("."));
    }

    private static String source(Expression.Part part) {
        if (!part.isVirtualMethod()) {
            return part.getName();
        }
        String parameters = part.asVirtualMethod().getParameters().stream()
                .map(FormTexts::source)
                .collect(Collectors.joining(", ", "(", ")"));
        return (part.getName().equals("?:") ? "or" : part.getName()) + parameters;
    }

    private static void renderSamples(FormText text) throws FormTextException {
        for (Object sample : SAMPLES) {
            Map<String, Object> values = new HashMap<>();
            text.answers().forEach(name -> values.put(name, sample));
            try {
                text.render(values, Map.of(), () -> "US");
            } catch (RuntimeException e) {
                throw new FormTextException("cannot be rendered: " + reason(e));
            }
        }
    }

    private static Object contextValue(EvalContext evaluated) {
        Map<?, ?> context = (Map<?, ?>) evaluated.getAttribute(CONTEXT);
        return Objects.requireNonNullElse(context.get(evaluated.getName()), "");
    }

    private static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return message.replaceFirst("^(Parser error|Rendering error):\\s*", "").replaceFirst("\\.$", "");
    }
}
