package ghl.gateway.credential.check;

/** Scopes that the gateway uses in a location. */
public enum Scope {
    LOCATION("locations.readonly", "reads the location", false),
    CUSTOM_FIELDS("locations/customFields.readonly", "reads custom fields", false),
    CONTACTS("contacts.readonly", "reads contacts", false),
    WRITING("contacts.write", "writes contacts", false),
    /** Without it, tasks are read contact by contact. */
    TASKS("locations/tasks.readonly", "reads the tasks of a list in one call", true);

    private final String vendorsName;
    private final String purpose;
    private final boolean optional;

    Scope(String vendorsName, String purpose, boolean optional) {
        this.vendorsName = vendorsName;
        this.purpose = purpose;
        this.optional = optional;
    }

    public String vendorsName() {
        return vendorsName;
    }

    /** Whether the gateway works without the scope, at the cost of more calls. */
    boolean isOptional() {
        return optional;
    }

    /** Purpose and name, for example {@code reads contacts (contacts.readonly)}. */
    @Override
    public String toString() {
        return purpose + " (" + vendorsName + ")";
    }
}
