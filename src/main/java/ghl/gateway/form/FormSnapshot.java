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

/** Combines the current files with the previous state into the next state. */
final class FormSnapshot {

    static final State NONE = new State(List.of(), List.of(), null);

    private final FormReader reader;

    FormSnapshot(FormReader reader) {
        this.reader = reader;
    }

    /**
     * A file and the definition in use.
     *
     * @param definition null when the file has never been valid
     * @param since when the definition was read
     * @param problems of the current file; the definition is an earlier one if there are any
     */
    record Loaded(FormFile file, FormDefinition definition, Instant since, List<FormProblem> problems) {}

    /** @param readError why the files cannot be read; null when they can */
    record State(List<FormFile> files, List<Loaded> forms, String readError) {

        List<String> problems() {
            return forms.stream()
                    .flatMap(form -> form.problems().stream())
                    .map(FormProblem::toString)
                    .toList();
        }

        State unreadable(String reason) {
            return new State(List.of(), forms, reason);
        }

        String summary() {
            return forms.stream()
                    .map(form -> form.file().form() + (form.problems().isEmpty() ? "" : " (invalid file)"))
                    .collect(Collectors.joining(", "));
        }
    }

    State next(State previous, List<FormFile> files, Instant now) {
        Set<String> names = new HashSet<>();
        List<Loaded> forms = new ArrayList<>();
        for (FormFile file : files) {
            Optional<Loaded> existing = previous.forms().stream()
                    .filter(form -> form.file().form().equals(file.form()))
                    .findFirst();
            boolean isDuplicate = !names.add(file.form());
            forms.add(
                    isDuplicate
                            ? new Loaded(file, null, null, List.of(duplicate(file)))
                            : existing.filter(form -> form.file().equals(file))
                                    .orElseGet(() -> read(file, existing, now)));
        }
        return new State(files, List.copyOf(forms), null);
    }

    private Loaded read(FormFile file, Optional<Loaded> previous, Instant now) {
        try {
            return new Loaded(file, reader.read(file), now, List.of());
        } catch (FormFileException e) {
            return new Loaded(
                    file,
                    previous.map(Loaded::definition).orElse(null),
                    previous.map(Loaded::since).orElse(null),
                    e.problems());
        }
    }

    private static FormProblem duplicate(FormFile file) {
        return new FormProblem(
                file.path(), 1, "is a second file for form " + file.form() + ": keep only one of .yaml and .yml");
    }
}
