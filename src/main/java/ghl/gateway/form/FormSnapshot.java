package ghl.gateway.form;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormProblem;
import ghl.gateway.form.file.FormReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of the files as they are, and of what was in use before, what is in use now. */
final class FormSnapshot {

    static final State NONE = new State(List.of(), List.of(), null);

    private final FormReader reader;

    FormSnapshot(FormReader reader) {
        this.reader = reader;
    }

    /**
     * One file.
     *
     * @param definition in use; null when it never was right
     * @param since when that was read
     * @param problems what is wrong with the text; the definition is an earlier one then
     */
    record Loaded(FormFile file, FormDefinition definition, Instant since, List<FormProblem> problems) {}

    /** @param trouble why the folder cannot be read; null while it can */
    record State(List<FormFile> files, List<Loaded> forms, String trouble) {

        List<String> problems() {
            return forms.stream()
                    .flatMap(form -> form.problems().stream())
                    .map(FormProblem::toString)
                    .toList();
        }

        State troubled(String why) {
            return new State(List.of(), forms, why);
        }

        String summary() {
            return forms.stream()
                    .map(form -> form.file().form() + (form.problems().isEmpty() ? "" : " (its file is wrong)"))
                    .collect(Collectors.joining(", "));
        }
    }

    State next(State before, List<FormFile> files, Instant now) {
        Set<String> names = new HashSet<>();
        List<Loaded> forms = new ArrayList<>();
        for (FormFile file : files) {
            Optional<Loaded> known = before.forms().stream()
                    .filter(form -> form.file().form().equals(file.form()))
                    .findFirst();
            boolean isSecond = !names.add(file.form());
            forms.add(
                    isSecond
                            ? new Loaded(file, null, null, List.of(second(file)))
                            : known.filter(form -> form.file().equals(file)).orElseGet(() -> read(file, known, now)));
        }
        return new State(files, List.copyOf(forms), null);
    }

    private Loaded read(FormFile file, Optional<Loaded> before, Instant now) {
        try {
            return new Loaded(file, reader.read(file), now, List.of());
        } catch (FormFileException e) {
            return new Loaded(
                    file,
                    before.map(Loaded::definition).orElse(null),
                    before.map(Loaded::since).orElse(null),
                    e.problems());
        }
    }

    private static FormProblem second(FormFile file) {
        return new FormProblem(
                file.path(), 1, "is the second file of the form " + file.form() + ": keep one of .yaml and .yml");
    }
}
