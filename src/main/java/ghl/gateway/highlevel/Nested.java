package ghl.gateway.highlevel;

/** What hangs on a contact and is read by calls of its own. */
public enum Nested {
    TASKS(Question.TASKS),
    NOTES(Question.NOTES),
    APPOINTMENTS(Question.APPOINTMENTS),
    /** One call for the whole location. */
    CUSTOM_FIELDS(null);

    private final Question<?> question;

    Nested(Question<?> question) {
        this.question = question;
    }

    /** The read of each contact; null where one of the location serves all. */
    Question<?> question() {
        return question;
    }
}
