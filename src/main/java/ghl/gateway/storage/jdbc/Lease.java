package ghl.gateway.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection on loan to a library that uses JDBC. */
public interface Lease {

    /** Called before every use. Begins a transaction if none is open. */
    Connection connection() throws SQLException;

    /** Returns when the transaction is durable, or has become part of the surrounding one. */
    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Rolls back uncommitted changes, unless an implementation says otherwise. */
    default void close() throws SQLException {
        rollback();
    }
}
