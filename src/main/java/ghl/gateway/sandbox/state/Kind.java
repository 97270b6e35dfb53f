package ghl.gateway.sandbox.state;

/** Kinds of records, each with the field that names a record's owner. */
public enum Kind {
    LOCATION(null),
    TOKEN(null),
    INSTALLATION(null),
    REFRESH_TOKEN("installation"),
    AUTHORIZATION_CODE(null),
    CONTACT("locationId"),
    TASK("contactId"),
    NOTE("contactId"),
    APPOINTMENT("contactId");

    private final String ownerField;

    Kind(String ownerField) {
        this.ownerField = ownerField;
    }

    String ownerField() {
        return ownerField;
    }

    /** Whether lagging searches find records of this kind. */
    boolean searched() {
        return this == CONTACT || this == TASK;
    }
}
