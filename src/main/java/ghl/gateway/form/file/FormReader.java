package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.template.FormTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a file into a definition. Everything in it is checked, so that nothing is left to fail with somebody's lead. */
public final class FormReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final FormSchema schema = new FormSchema();
    private final Predicate<String> isSet;

    /** @param isSet whether an environment variable is there, for a definition names those that hold its secrets */
    public FormReader(Predicate<String> isSet) {
        this.isSet = isSet;
    }

    /** Whether a form can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws FormFileException with everything that is wrong with the file */
    public FormDefinition read(FormFile file) throws FormFileException {
        if (!isName(file.form())) {
            throw new FormFileException(List.of(new FormProblem(
                    file.path(), 1, "the name of a form is letters, digits, - and _: rename the file")));
        }
        JsonNode tree = YamlTree.of(file);
        List<FormProblem> problems = new ArrayList<>(schema.problems(file.path(), tree));
        if (!problems.isEmpty()) {
            throw new FormFileException(problems);
        }
        List<AnswerDefinition> answers = answers(tree.get("answers"));
        Set<String> names = new LinkedHashSet<>();
        answers.forEach(answer -> names.add(answer.name()));
        FormNode place = new FormNode(file.path(), tree, new FormTexts(names), problems);
        FormDefinition definition = new FormDefinition(
                file.form(),
                place.textOr("title", file.form()),
                place.textOr("location", null),
                answers,
                new SenderReader(isSet, names).senders(place),
                ActionsReader.actions(place));
        if (!problems.isEmpty()) {
            throw new FormFileException(problems);
        }
        return definition;
    }

    private static List<AnswerDefinition> answers(JsonNode answers) {
        List<AnswerDefinition> all = new ArrayList<>();
        for (Entry<String, JsonNode> answer : answers.properties()) {
            JsonNode said = answer.getValue();
            all.add(new AnswerDefinition(
                    answer.getKey(),
                    AnswerType.valueOf(said.path("type").asText("text").toUpperCase(Locale.ROOT)),
                    said.path("required").asBoolean(false),
                    said.path("label").asText(answer.getKey()),
                    FormNode.texts(said.path("options")),
                    FormNode.texts(said.path("from")),
                    sample(said.path("sample"))));
        }
        return List.copyOf(all);
    }

    private static List<String> sample(JsonNode said) {
        return said.isTextual() ? List.of(said.asText()) : FormNode.texts(said);
    }
}
