package ghl.gateway.storage.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that belong to the transaction of the calling thread, and only where there is none to themselves. */
public final class JoiningDataSource implements DataSource {

    private final CurrentTransaction current;
    private final Supplier<Lease> alone;

    public JoiningDataSource(CurrentTransaction current, Supplier<Lease> alone) {
        this.current = current;
        this.alone = alone;
    }

    @Override
    public Connection getConnection() {
        JdbcTransaction transaction = current.get();
        return LeasedConnection.of(transaction == null ? alone.get() : new JoinedLease(transaction));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The settings say who connects");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is nothing below");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
