package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A lease inside a transaction of the same thread. A commit only releases a savepoint and a rollback returns to it, so a
 * failed statement of a library does not fail the whole transaction.
 */
final class JoinedLease implements Lease {

    private final JdbcTransaction transaction;
    private boolean used;

    JoinedLease(JdbcTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Connection connection() throws SQLException {
        if (!used) {
            translated(transaction::savepoint);
            used = true;
        }
        return transaction.connection();
    }

    @Override
    public void commit() throws SQLException {
        if (used) {
            used = false;
            translated(transaction::release);
        }
    }

    @Override
    public void rollback() {
        if (used) {
            used = false;
            transaction.rollbackTo(new SQLException("Rolled back"));
        }
    }

    /** Keeps the changes: the surrounding transaction decides about them. */
    @Override
    public void close() throws SQLException {
        commit();
    }

    private static void translated(Runnable part) throws SQLException {
        try {
            part.run();
        } catch (StorageException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
