package ghl.gateway.form.file;

/**
 * A form definition file.
 *
 * @param form the form's name: the file's name without its extension
 * @param path shown in messages
 * @param text empty if the file cannot be read
 * @param trouble why the file cannot be read; null when it can
 */
public record FormFile(String form, String path, String text, String trouble) {

    public FormFile(String form, String path, String text) {
        this(form, path, text, null);
    }
}
