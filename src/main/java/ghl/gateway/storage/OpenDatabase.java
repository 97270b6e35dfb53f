package ghl.gateway.storage;

/** A database as the process holds it: to be named, and closed in the end. */
public interface OpenDatabase extends Database, AutoCloseable {

    /** SQLite or PostgreSQL. */
    String kind();

    /** Which one, as an operator would say it; never with a password. */
    String place();

    @Override
    void close();
}
