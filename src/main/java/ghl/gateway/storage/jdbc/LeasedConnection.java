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
 * Presents a {@link Lease} as a JDBC connection without auto-commit. Closes its statements at the end of each transaction, so
 * that none is used in a later one.
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
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "Leased connection";
            case "isClosed" -> closed;
            case "close" -> {
                close();
                yield null;
            }
            default -> {
                refuse(closed, "this connection is closed");
                yield invokeOpen(method, arguments);
            }
        };
    }

    private Object invokeOpen(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                closeStatements();
                lease.commit();
            }
            case "rollback" -> {
                refuse(arguments != null, "a leased connection does not support savepoints");
                closeStatements();
                lease.rollback();
            }
            case "setAutoCommit" -> refuse((Boolean) arguments[0], "a leased connection does not support auto-commit");
            case "getAutoCommit" -> {
                return false;
            }
            default -> {
                return tracked(delegate(method, arguments));
            }
        }
        return null;
    }

    private Object delegate(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(lease.connection(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object tracked(Object result) {
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
                // The commit or rollback that follows reports errors that matter.
            }
        }
        statements.clear();
    }

    private static void refuse(boolean condition, String why) throws SQLException {
        if (condition) {
            throw new SQLException("Not supported: " + why);
        }
    }
}
