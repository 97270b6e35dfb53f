package ghl.gateway.storage.migration;

import java.util.Locale;

/** Differences between the databases that the migration scripts need. */
public enum Dialect {
    SQLITE("BLOB"),
    POSTGRESQL("BYTEA");

    private final String binary;

    Dialect(String binary) {
        this.binary = binary;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Column type for bytes. */
    String binary() {
        return binary;
    }
}
