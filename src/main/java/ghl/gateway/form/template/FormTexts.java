package ghl.gateway.form.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the texts of definitions. Everything that could go wrong with one is found here rather than with somebody's lead:
 * each name is looked up, and each text is tried out.
 */
public final class FormTexts {

    /** Of these, answers are texts or lists: the first is a date, the second a number, the last nothing. */
    private static final List<Object> SAMPLES = List.of("2027-01-31", "12.5", "Ada", List.of("a", "b"), "", List.of());

    private static final Pattern COMPARISON =
            Pattern.compile("\\{#(if|else if) [^}]*\\s(>|<|>=|<=|gt|ge|lt|le)\\s[^}]*}");

    private static final Engine ENGINE = Engine.builder()
            .strictRendering(true)
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapperResolver())
            .addValueResolver(new AnswerResolver())
            .addNamespaceResolver(new ContextResolver())
            .addResultMapper(new RenderedAnswers())
            .build();

    private final Set<String> names;

    /** @param names of the form's answers */
    public FormTexts(Set<String> names) {
        this.names = names;
    }

    /** @throws FormTextException when it cannot work */
    public FormText read(String source) throws FormTextException {
        Template template = parsed(source);
        if (COMPARISON.matcher(source).find()) {
            throw new FormTextException("compares answers, which are texts: ask {#if budget.over(1000)} or .under(…)");
        }
        Set<String> answers = new LinkedHashSet<>();
        for (Expression expression : template.getExpressions()) {
            check(expression, answers);
        }
        FormText text = new FormText(source, template, Set.copyOf(answers));
        tryOut(text);
        for (Expression expression : template.getExpressions()) {
            tryOutAlone(expression);
        }
        return text;
    }

    private static Template parsed(String source) throws FormTextException {
        try {
            return ENGINE.parse(source);
        } catch (TemplateException e) {
            throw new FormTextException(
                    sentence(e)
                            + "; sections are {#if …}, {#else if …}, {#else} and {/if}, and a brace that is meant as such is \\{");
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
            throw new FormTextException("names {" + first + "}, which is no answer of this form; its answers are "
                    + String.join(", ", names));
        }
        for (Expression.Part part :
                expression.getParts().subList(1, expression.getParts().size())) {
            checkHelper(part, answers);
        }
    }

    private static void checkContext(String namespace, String name) throws FormTextException {
        if (!namespace.equals(ContextResolver.CONTEXT) || !ContextResolver.NAMES.contains(name)) {
            throw new FormTextException("names {" + namespace + ":" + name + "}, which there is not; there are context:"
                    + String.join(", context:", ContextResolver.NAMES));
        }
    }

    private void checkHelper(Expression.Part part, Set<String> answers) throws FormTextException {
        List<Expression> parameters =
                part.isVirtualMethod() ? part.asVirtualMethod().getParameters() : List.of();
        boolean fits = Helper.named(part.getName())
                .filter(helper -> helper.takes(parameters.size()))
                .isPresent();
        if (!fits) {
            throw new FormTextException(
                    "uses ." + part.getName() + ", which there is not (like that); helpers are " + Helper.words());
        }
        for (Expression parameter : parameters) {
            check(parameter, answers);
        }
    }

    /** A place stands perhaps in a branch that no sample takes, and somebody's answers do. */
    private void tryOutAlone(Expression expression) throws FormTextException {
        if (!expression.isLiteral() && !expression.hasNamespace()) {
            Set<String> answers = new LinkedHashSet<>();
            check(expression, answers);
            String place = "{" + written(expression) + "}";
            tryOut(new FormText(place, parsed(place), Set.copyOf(answers)));
        }
    }

    /** As a template has it: helpers that stand between two values too. */
    private static String written(Expression expression) {
        if (expression.isLiteral() || expression.hasNamespace()) {
            return expression.toOriginalString();
        }
        return expression.getParts().stream().map(FormTexts::written).collect(Collectors.joining("."));
    }

    private static String written(Expression.Part part) {
        if (!part.isVirtualMethod()) {
            return part.getName();
        }
        String parameters = part.asVirtualMethod().getParameters().stream()
                .map(FormTexts::written)
                .collect(Collectors.joining(", ", "(", ")"));
        return (part.getName().equals("?:") ? "or" : part.getName()) + parameters;
    }

    private static void tryOut(FormText text) throws FormTextException {
        for (Object sample : SAMPLES) {
            Map<String, Object> values = new HashMap<>();
            text.answers().forEach(name -> values.put(name, sample));
            try {
                text.rendered(values, Map.of(), () -> "US");
            } catch (RuntimeException e) {
                throw new FormTextException("cannot be made: " + sentence(e));
            }
        }
    }

    private static String sentence(RuntimeException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return message.replaceFirst("^(Parser error|Rendering error):\\s*", "").replaceFirst("\\.$", "");
    }
}
