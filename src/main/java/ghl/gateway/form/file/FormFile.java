package ghl.gateway.form.file;

/**
 * A form definition file.
 *
 * @param form the form's name: the file's name without its extension
 * @param path shown in messages
 */
public record FormFile(String form, String path, String text) {}
