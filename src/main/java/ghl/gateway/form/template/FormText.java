package ghl.gateway.form.template;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** A text of a definition, with places for answers in it. */
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

    /** Names of the answers that it has a place for. */
    public Set<String> answers() {
        return answers;
    }

    /** The one answer of which the text is nothing but the place. */
    public Optional<String> onlyAnswer() {
        return answers.stream()
                .filter(name -> source.strip().equals("{" + name + "}"))
                .findFirst();
    }

    /** A text with answers in it, without blanks around it, and the names of those that were written. */
    public record Filled(String text, Set<String> answers) {

        /** No text, and so no answers. */
        public static final Filled NOTHING = new Filled("", Set.of());
    }

    /**
     * The text with the answers in it.
     *
     * @param values of all answers of the form, by name: a text or a list of texts, empty where nothing was answered
     * @return nothing when it cannot be made, against all checks at load
     */
    public Filled fill(Map<String, Object> values, Map<String, String> context, Country country) {
        try {
            RenderedAnswers.Text text = RenderedAnswers.during(values, () -> rendered(values, context, country));
            return new Filled(text.text(), text.answers());
        } catch (TemplateException | DateTimeException | IllegalArgumentException defect) {
            LOG.errorf("A form's text cannot be made; its answers go to the note. The text: %s", source);
            return Filled.NOTHING;
        }
    }

    String rendered(Map<String, Object> values, Map<String, String> context, Country country) {
        TemplateInstance instance = template.instance();
        answers.forEach(name -> instance.data(name, values.get(name)));
        instance.setAttribute(ContextResolver.CONTEXT, context);
        instance.setAttribute(AnswerResolver.COUNTRY, country);
        return instance.render().strip();
    }
}
