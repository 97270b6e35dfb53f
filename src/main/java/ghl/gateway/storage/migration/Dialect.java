package ghl.gateway.storage.migration;

/** What differs between the two databases in the scripts that both run. */
public enum Dialect {
    SQLITE("sqlite", "BLOB"),
    POSTGRESQL("postgresql", "BYTEA");

    private final String folder;
    private final String binary;

    Dialect(String folder, String binary) {
        this.folder = folder;
        this.binary = binary;
    }

    String folder() {
        return folder;
    }

    /** The type of a column of bytes. */
    String binary() {
        return binary;
    }
}
