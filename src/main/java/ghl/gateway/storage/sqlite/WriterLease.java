package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.jdbc.Lease;
import java.sql.Connection;
import java.sql.SQLException;

/** The write connection for the duration of one JDBC transaction. */
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

    private void end(SQLException failure) throws SQLException {
        if (group == null) {
            return;
        }
        CommitGroup mine = group;
        group = null;
        writer.leave(failure);
        try {
            mine.await();
        } catch (StorageException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
