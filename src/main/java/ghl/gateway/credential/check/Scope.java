package ghl.gateway.credential.check;

/** What the gateway does in a location, by the vendor's name for the right to it. */
public enum Scope {
    LOCATION("locations.readonly", "reads the location", false),
    CUSTOM_FIELDS("locations/customFields.readonly", "reads custom fields", false),
    CONTACTS("contacts.readonly", "reads contacts", false),
    WRITING("contacts.write", "writes contacts", false),
    /** Without it tasks are read contact by contact. */
    TASKS("locations/tasks.readonly", "reads the tasks of a list in one call", true);

    private final String vendorsName;
    private final String what;
    private final boolean dispensable;

    Scope(String vendorsName, String what, boolean dispensable) {
        this.vendorsName = vendorsName;
        this.what = what;
        this.dispensable = dispensable;
    }

    public String vendorsName() {
        return vendorsName;
    }

    /** Whether the gateway does without it, at the price of more calls. */
    boolean isDispensable() {
        return dispensable;
    }

    /** What it is for, with its name. */
    @Override
    public String toString() {
        return what + " (" + vendorsName + ")";
    }
}
