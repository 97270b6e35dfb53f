package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.template.FormTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads and fully validates a form definition, so that errors appear when a form is loaded and not when a lead arrives.
 */
public final class FormReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final FormSchema schema = new FormSchema();
    private final Predicate<String> isSet;

    /** @param isSet whether an environment variable is set: definitions name those that contain their secrets */
    public FormReader(Predicate<String> isSet) {
        this.isSet = isSet;
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Reads a definition. Catches whatever a file makes the libraries throw, so that other files are still read.
     *
     * @throws FormFileException with all problems of the file
     */
    public FormDefinition read(FormFile file) throws FormFileException {
        if (file.trouble() != null) {
            throw new FormFileException(file.path(), 1, file.trouble());
        }
        try {
            return definition(file);
        } catch (RuntimeException | StackOverflowError e) {
            throw new FormFileException(
                    file.path(),
                    1,
                    "cannot be read as a form definition (" + e.getClass().getSimpleName()
                            + "): use only plain YAML, without tags such as !!binary and without deep nesting");
        }
    }

    private FormDefinition definition(FormFile file) throws FormFileException {
        if (!isName(file.form())) {
            throw new FormFileException(
                    file.path(), 1, "form names consist of letters, digits, - and _: rename the file");
        }
        JsonNode tree = YamlTree.parse(file);
        List<FormProblem> problems = new ArrayList<>(schema.problems(file.path(), tree));
        if (!problems.isEmpty()) {
            throw new FormFileException(problems);
        }
        List<AnswerDefinition> answers = answers(tree.get("answers"));
        Set<String> names = new LinkedHashSet<>();
        answers.forEach(answer -> names.add(answer.name()));
        FormNode root = new FormNode(file.path(), tree, new FormTexts(names), problems);
        reportSameLabels(answers, root.at("answers"));
        FormDefinition definition = new FormDefinition(
                file.form(),
                root.text("title", file.form()),
                root.text("location", null),
                answers,
                new SenderReader(isSet, names).senders(root),
                ActionsReader.actions(root));
        if (!problems.isEmpty()) {
            throw new FormFileException(problems);
        }
        return definition;
    }

    private static List<AnswerDefinition> answers(JsonNode answers) {
        List<AnswerDefinition> all = new ArrayList<>();
        for (Entry<String, JsonNode> answer : answers.properties()) {
            JsonNode question = answer.getValue();
            all.add(new AnswerDefinition(
                    answer.getKey(),
                    AnswerType.valueOf(question.path("type").asText("text").toUpperCase(Locale.ROOT)),
                    question.path("required").asBoolean(false),
                    question.path("label").asText(answer.getKey()),
                    FormNode.texts(question.path("options")),
                    FormNode.texts(question.path("from")),
                    sample(question.path("sample"))));
        }
        return List.copyOf(all);
    }

    /** Senders use labels as names, in which spelling does not matter: the second question would never be answered. */
    private static void reportSameLabels(List<AnswerDefinition> answers, FormNode questions) {
        Map<String, AnswerDefinition> seen = new HashMap<>();
        for (AnswerDefinition answer : answers) {
            AnswerDefinition other = seen.putIfAbsent(AnswerNames.normalize(answer.label()), answer);
            if (other != null) {
                questions
                        .at(answer.name())
                        .addProblem(
                                answer.name() + " has the same label as " + other.name()
                                        + ", because spelling such as case and a trailing * does not matter: change one of them");
            }
        }
    }

    private static List<String> sample(JsonNode sample) {
        return sample.isTextual() ? List.of(sample.asText()) : FormNode.texts(sample);
    }
}
