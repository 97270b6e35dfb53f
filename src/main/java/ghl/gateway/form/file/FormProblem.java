package ghl.gateway.form.file;

/**
 * Something wrong with a file.
 *
 * @param line counted from 1
 * @param message what, and how to mend it
 */
public record FormProblem(String path, int line, String message) {

    @Override
    public String toString() {
        return path + ":" + line + ": " + message;
    }
}
