package ghl.gateway.storage.postgres;

import ghl.gateway.storage.jdbc.Lease;
import java.sql.Connection;
import java.sql.SQLException;

/** A pooled connection for the duration of one JDBC transaction. */
final class PoolLease implements Lease {

    private final PostgresPool pool;
    private Connection connection;

    PoolLease(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Connection connection() throws SQLException {
        if (connection == null) {
            try {
                connection = pool.borrow();
            } catch (SQLException e) {
                throw new SQLException(e.getMessage(), PostgresErrorTranslator.translate(e));
            }
        }
        return connection;
    }

    @Override
    public void commit() throws SQLException {
        if (connection == null) {
            return;
        }
        try {
            connection.commit();
        } finally {
            rollback();
        }
    }

    @Override
    public void rollback() {
        if (connection != null) {
            PostgresPool.release(connection);
            connection = null;
        }
    }
}
