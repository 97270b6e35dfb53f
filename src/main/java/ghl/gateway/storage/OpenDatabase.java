package ghl.gateway.storage;

/** The database with its lifecycle, for the code that opens and closes it. */
public interface OpenDatabase extends Database, AutoCloseable {

    /** {@code SQLite} or {@code PostgreSQL}. */
    String kind();

    /** Directory, or host, port and database name. Never contains a password. */
    String place();

    @Override
    void close();
}
