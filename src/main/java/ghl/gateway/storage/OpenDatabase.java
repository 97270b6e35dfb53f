package ghl.gateway.storage;

/** The database with its lifecycle, for the code that opens and closes it. */
public interface OpenDatabase extends Database, AutoCloseable {

    /** {@code SQLite} or {@code PostgreSQL}. */
    String kind();

    /** Directory, or host, port and database name. Never contains a password. */
    String place();

    /** Whether the database can be used. */
    StorageOutage outage();

    /**
     * Finds out whether forms can be stored, by a durable write that is about as large as a form, and reports it to {@link
     * #outage}. Blocks.
     */
    void probe();

    @Override
    void close();
}
