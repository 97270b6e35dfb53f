package ghl.gateway.form.file;

import java.util.List;
import java.util.stream.Collectors;

/** An invalid form definition file, with all its problems. */
public final class FormFileException extends Exception {

    private final transient List<FormProblem> problems;

    FormFileException(String path, int line, String message) {
        this(List.of(new FormProblem(path, line, message)));
    }

    FormFileException(List<FormProblem> problems) {
        super(problems.stream().map(FormProblem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = problems;
    }

    public List<FormProblem> problems() {
        return problems;
    }
}
