package ghl.gateway.sandbox.state;

/** What a record is, and which of its fields names the record that it belongs to. */
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

    /** Found by a search that lags behind the writes. */
    boolean searched() {
        return this == CONTACT || this == TASK;
    }
}
