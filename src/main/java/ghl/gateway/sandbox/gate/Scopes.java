package ghl.gateway.sandbox.gate;

/** Token scopes, in the vendor's words. Source: the vendor's scopes; the {@code security} of each operation. */
public final class Scopes {

    public static final String CONTACTS_READ = "contacts.readonly";
    public static final String CONTACTS_WRITE = "contacts.write";
    public static final String LOCATION_READ = "locations.readonly";
    public static final String TASKS_READ = "locations/tasks.readonly";
    public static final String TAGS_READ = "locations/tags.readonly";
    public static final String CUSTOM_FIELDS_READ = "locations/customFields.readonly";

    private Scopes() {}
}
