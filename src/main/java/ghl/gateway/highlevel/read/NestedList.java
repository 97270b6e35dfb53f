package ghl.gateway.highlevel.read;

/** Fields of a contact that need calls of their own. */
public enum NestedList {
    TASKS(ReadKey.TASKS),
    NOTES(ReadKey.NOTES),
    APPOINTMENTS(ReadKey.APPOINTMENTS),
    /** One call for the whole location. */
    CUSTOM_FIELDS(null);

    private final ReadKey<?> key;

    NestedList(ReadKey<?> key) {
        this.key = key;
    }

    /** The read of one contact; null for {@link #CUSTOM_FIELDS}. */
    ReadKey<?> key() {
        return key;
    }
}
