package ghl.gateway.storage.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Lease} as a JDBC connection that does not commit by itself. Its statements are closed with each transaction, so
 * that none reaches into somebody else's.
 */
public final class LeasedConnection implements InvocationHandler {

    private final Lease lease;
    private final List<Statement> statements = new ArrayList<>();
    private boolean closed;

    private LeasedConnection(Lease lease) {
        this.lease = lease;
    }

    public static Connection of(Lease lease) {
        return (Connection) Proxy.newProxyInstance(
                LeasedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LeasedConnection(lease));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == arguments[0];
            case "toString":
                return "Leased connection";
            case "close":
                close();
                return null;
            case "isClosed":
                return closed;
            default:
                requireOpen();
                return invokeOpen(method, arguments);
        }
    }

    private Object invokeOpen(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit":
                closeStatements();
                lease.commit();
                return null;
            case "rollback":
                refuse(arguments != null, "a leased connection has no savepoints");
                closeStatements();
                lease.rollback();
                return null;
            case "getAutoCommit":
                return false;
            case "setAutoCommit":
                refuse((Boolean) arguments[0], "a leased connection does not commit by itself");
                return null;
            default:
                return noted(delegate(method, arguments));
        }
    }

    private Object delegate(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(lease.connection(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object noted(Object result) {
        if (result instanceof Statement statement) {
            statements.add(statement);
        }
        return result;
    }

    private void close() throws SQLException {
        if (!closed) {
            closed = true;
            closeStatements();
            lease.close();
        }
    }

    private void closeStatements() {
        for (Statement statement : statements) {
            try {
                statement.close();
            } catch (SQLException e) {
                // What matters is told by the commit or rollback that follows.
            }
        }
        statements.clear();
    }

    private void requireOpen() throws SQLException {
        refuse(closed, "this connection is closed");
    }

    private static void refuse(boolean impossible, String why) throws SQLException {
        if (impossible) {
            throw new SQLException("Not possible: " + why);
        }
    }
}
