package ghl.gateway.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection while somebody else works with it by JDBC. */
public interface Lease {

    /** Called before every use; begins a transaction where none is open. */
    Connection connection() throws SQLException;

    /** Returns when the transaction is on the disk, or part of one that will be. */
    void commit() throws SQLException;

    void rollback() throws SQLException;

    void close() throws SQLException;
}
