package ghl.gateway.form.file;

import java.util.List;
import java.util.stream.Collectors;

/** A file that is no form; all that is wrong with it at once. */
public final class FormFileException extends Exception {

    private final transient List<FormProblem> problems;

    FormFileException(List<FormProblem> problems) {
        super(problems.stream().map(FormProblem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = problems;
    }

    public List<FormProblem> problems() {
        return problems;
    }
}
