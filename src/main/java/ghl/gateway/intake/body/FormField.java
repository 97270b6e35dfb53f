package ghl.gateway.intake.body;

/** A field of an HTML form. */
record FormField(String name, String value) {}
