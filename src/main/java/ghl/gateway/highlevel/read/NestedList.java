package ghl.gateway.highlevel.read;

/** What hangs on a contact and is read by calls of its own. */
public enum NestedList {
    TASKS(ReadKey.TASKS),
    NOTES(ReadKey.NOTES),
    APPOINTMENTS(ReadKey.APPOINTMENTS),
    /** One call for the whole location. */
    CUSTOM_FIELDS(null);

    private final ReadKey<?> question;

    NestedList(ReadKey<?> question) {
        this.question = question;
    }

    /** The read of each contact; null where one of the location serves all. */
    ReadKey<?> question() {
        return question;
    }
}
