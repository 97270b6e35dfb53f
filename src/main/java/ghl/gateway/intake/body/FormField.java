package ghl.gateway.intake.body;

/** One field of a form. Of a file it is the name: files are not kept. */
public record FormField(String name, String value) {}
