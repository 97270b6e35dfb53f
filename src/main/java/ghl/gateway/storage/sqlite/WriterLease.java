package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.jdbc.Lease;
import java.sql.Connection;
import java.sql.SQLException;

/** The writing connection for as long as one JDBC transaction takes. */
final class WriterLease implements Lease {

    private final SqliteWriter writer;
    private CommitGroup group;

    WriterLease(SqliteWriter writer) {
        this.writer = writer;
    }

    @Override
    public Connection connection() throws SQLException {
        if (group == null) {
            try {
                group = writer.enter();
            } catch (StorageException e) {
                throw new SQLException(e.getMessage(), e);
            }
        }
        return writer.connection();
    }

    @Override
    public void commit() throws SQLException {
        end(null);
    }

    @Override
    public void rollback() throws SQLException {
        end(new SQLException("Rolled back"));
    }

    /** What was not committed is undone. */
    @Override
    public void close() throws SQLException {
        rollback();
    }

    private void end(SQLException undo) throws SQLException {
        if (group == null) {
            return;
        }
        CommitGroup mine = group;
        group = null;
        writer.leave(undo);
        try {
            mine.await();
        } catch (StorageException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
