package ghl.gateway.intake.body;

/** A field of an HTML form. An uploaded file is represented by its name; its content is discarded. */
public record FormField(String name, String value) {}
