package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.StorageOutage;
import ghl.gateway.storage.Transaction;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Nesting of transactions on one thread, the same for both databases. */
public abstract class JdbcDatabase implements OpenDatabase {

    /** What a form with its tasks and indexes takes. Random content, which is neither compressed nor found unchanged. */
    private static final int PROBE_BYTES = 32 * 1024;

    private static final String PROBE = "INSERT INTO write_probe (id, filler) VALUES (1, ?)"
            + " ON CONFLICT (id) DO UPDATE SET filler = excluded.filler";

    private final ThreadLocal<JdbcTransaction> writing = new ThreadLocal<>();
    private final ThreadLocal<JdbcTransaction> reading = new ThreadLocal<>();
    private final Function<SQLException, StorageException> errors;
    private final StorageOutage outage;

    /** @param place of the database, for the log */
    protected JdbcDatabase(String place, Function<SQLException, StorageException> errors) {
        this.errors = errors;
        this.outage = new StorageOutage(place);
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
        return outer != null
                ? outer.nested(work)
                : reported(() -> writeTransaction(connection -> run(connection, work, writing)));
    }

    @Override
    public final <T> T read(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get() != null ? writing.get() : reading.get();
        return outer != null
                ? work.apply(outer)
                : reported(() -> readTransaction(connection -> run(connection, work, reading)));
    }

    @Override
    public final StorageOutage outage() {
        return outage;
    }

    @Override
    public final void probe() {
        byte[] filler = new byte[PROBE_BYTES];
        ThreadLocalRandom.current().nextBytes(filler);
        outage.probe(() -> write(transaction -> transaction.update(PROBE, (Object) filler)));
    }

    private <T> T reported(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (StorageException e) {
            outage.failed(e);
            throw e;
        }
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
