package ghl.gateway.form.file;

/**
 * A problem in a form definition file.
 *
 * @param line starting at 1
 * @param message what is wrong and how to fix it
 */
public record FormProblem(String path, int line, String message) {

    @Override
    public String toString() {
        return path + ":" + line + ": " + message;
    }
}
