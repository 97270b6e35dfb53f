package ghl.gateway.form.template;

import ghl.gateway.submission.check.Texts;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A text of a form definition, with placeholders for answers. */
public final class FormText {

    private static final Logger LOG = Logger.getLogger(FormText.class);

    private final String source;
    private final Template template;
    private final Set<String> answers;

    FormText(String source, Template template, Set<String> answers) {
        this.source = source;
        this.template = template;
        this.answers = answers;
    }

    /** Names of the answers that the text mentions. */
    public Set<String> answers() {
        return answers;
    }

    /** The answer, when the text is nothing but its placeholder. */
    public Optional<String> onlyAnswer() {
        return answers.stream()
                .filter(name -> source.strip().equals("{" + name + "}"))
                .findFirst();
    }

    /** A rendered text without surrounding whitespace, and the names of the answers printed in it. */
    public record Filled(String text, Set<String> answers) {

        public static final Filled EMPTY = new Filled("", Set.of());
    }

    /**
     * Renders the text.
     *
     * @param values all answers of the form by name: a text or a list of texts, empty when unanswered
     * @param country two-letter code of the location's country, or null; requested only when needed, and may cost a call
     * @param budget shared by all texts of a submission
     * @return an empty text when the budget is used up, or rendering fails, which the checks at load make unlikely
     */
    public Filled fill(
            Map<String, Object> values, Map<String, String> context, Supplier<String> country, RenderBudget budget) {
        try {
            return RenderedAnswers.track(values, budget, () -> render(values, context, country));
        } catch (TemplateException | DateTimeException | IllegalArgumentException defect) {
            if (!budget.isUsedUp()) {
                LOG.errorf(
                        "Form text cannot be rendered, its answers are added to the note instead: %s",
                        Texts.quote(source));
            }
            return Filled.EMPTY;
        }
    }

    String render(Map<String, Object> values, Map<String, String> context, Supplier<String> country) {
        TemplateInstance instance = template.instance();
        answers.forEach(name -> instance.data(name, values.get(name)));
        instance.setAttribute(FormTexts.CONTEXT, context);
        instance.setAttribute(AnswerResolver.COUNTRY, country);
        return instance.render().strip();
    }
}
