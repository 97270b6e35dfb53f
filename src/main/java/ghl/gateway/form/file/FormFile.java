package ghl.gateway.form.file;

/**
 * A file as it is.
 *
 * @param form the form's name: the file's without its ending
 * @param path where it is, for people
 */
public record FormFile(String form, String path, String text) {}
