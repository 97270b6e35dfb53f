package ghl.gateway.highlevel;

import java.util.List;

/** What hangs on a contact and is read by calls of its own. */
public enum Nested {
    TASKS("tasks"),
    NOTES("notes"),
    APPOINTMENTS("appointments"),
    /** One call for the whole location. */
    CUSTOM_FIELDS("customFields");

    private final List<String> what;

    Nested(String what) {
        this.what = List.of(what);
    }

    /** The read, as {@link Reads} remembers it. */
    List<String> what() {
        return what;
    }
}
