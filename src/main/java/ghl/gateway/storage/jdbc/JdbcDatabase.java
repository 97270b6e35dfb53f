package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Nesting of transactions on one thread, the same for both databases. */
public abstract class JdbcDatabase implements OpenDatabase {

    private final ThreadLocal<JdbcTransaction> writing = new ThreadLocal<>();
    private final ThreadLocal<JdbcTransaction> reading = new ThreadLocal<>();
    private final Function<SQLException, StorageException> errors;

    protected JdbcDatabase(Function<SQLException, StorageException> errors) {
        this.errors = errors;
    }

    /** Runs {@code work} on a connection in a new transaction, and commits it. */
    protected abstract <T> T writeTransaction(Function<Connection, T> work);

    /** Runs {@code work} on a connection in a new read-only transaction. */
    protected abstract <T> T readTransaction(Function<Connection, T> work);

    /** A connection for a library that is not inside a write. */
    protected abstract Lease lease();

    @Override
    public final <T> T write(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get();
        return outer != null ? outer.nested(work) : writeTransaction(connection -> run(connection, work, writing));
    }

    @Override
    public final <T> T read(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get() != null ? writing.get() : reading.get();
        return outer != null ? work.apply(outer) : readTransaction(connection -> run(connection, work, reading));
    }

    private <T> T run(Connection connection, Function<Transaction, T> work, ThreadLocal<JdbcTransaction> current) {
        JdbcTransaction transaction = new JdbcTransaction(connection, errors);
        current.set(transaction);
        try {
            T result = work.apply(transaction);
            transaction.requireUsable();
            return result;
        } finally {
            transaction.end();
            current.remove();
        }
    }

    /** Supports {@code getConnection()} only. */
    @Override
    public final DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                JdbcDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> invoke(method, arguments));
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        if (method.getName().equals("getConnection") && arguments == null) {
            JdbcTransaction outer = writing.get();
            return LeasedConnection.of(outer == null ? lease() : new JoinedLease(outer));
        }
        throw new SQLFeatureNotSupportedException(method.getName());
    }
}
