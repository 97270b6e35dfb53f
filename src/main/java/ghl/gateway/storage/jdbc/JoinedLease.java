package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A lease inside a transaction of the same thread. Its commits only mark how far its rollback goes, which keeps a failed
 * statement of a library from spoiling the whole transaction.
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
            told(transaction::savepoint);
            used = true;
        }
        return transaction.connection();
    }

    @Override
    public void commit() throws SQLException {
        if (used) {
            used = false;
            told(transaction::release);
        }
    }

    @Override
    public void rollback() {
        if (used) {
            used = false;
            transaction.rollbackTo(new SQLException("Rolled back"));
        }
    }

    /** Keeps what was done: the transaction around it decides. */
    @Override
    public void close() throws SQLException {
        commit();
    }

    private static void told(Runnable part) throws SQLException {
        try {
            part.run();
        } catch (StorageException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
