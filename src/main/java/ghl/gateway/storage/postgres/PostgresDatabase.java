package ghl.gateway.storage.postgres;

import ghl.gateway.storage.jdbc.JdbcDatabase;
import ghl.gateway.storage.jdbc.Lease;
import ghl.gateway.storage.migration.Dialect;
import ghl.gateway.storage.migration.Migrations;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;

/** PostgreSQL, which several gateways may share. Isolation level: read committed. */
public final class PostgresDatabase extends JdbcDatabase {

    private static final int ATTEMPTS = 5;
    private static final long MAX_PAUSE_MS = 20;

    private final PostgresAddress address;
    private final PostgresPool pool;

    private PostgresDatabase(PostgresAddress address, PostgresPool pool) {
        super("PostgreSQL at " + address.place(), PostgresErrorTranslator::translate);
        this.address = address;
        this.pool = pool;
    }

    /**
     * Connects and migrates the database.
     *
     * @param poolSize maximum number of connections
     * @throws ConfigurationException when the connection fails
     */
    public static PostgresDatabase open(PostgresAddress address, int poolSize) {
        DataSource source = PostgresPool.forMigrations(address);
        requireConnection(source, address);
        Migrations.run(source, Dialect.POSTGRESQL);
        try {
            return new PostgresDatabase(address, new PostgresPool(address, poolSize));
        } catch (SQLException e) {
            throw PostgresErrorTranslator.translate(e);
        }
    }

    @Override
    public boolean scrub() {
        return true;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String kind() {
        return "PostgreSQL";
    }

    @Override
    public String place() {
        return address.place();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** After a conflict with another transaction, rolls back and runs {@code work} again. */
    @Override
    protected <T> T writeTransaction(Function<Connection, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !PostgresErrorTranslator.isConflict(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private <T> T writeOnce(Function<Connection, T> work) {
        Connection connection = borrow();
        try {
            T result = work.apply(connection);
            commit(connection);
            return result;
        } finally {
            PostgresPool.release(connection);
        }
    }

    @Override
    protected <T> T readTransaction(Function<Connection, T> work) {
        Connection connection = borrow();
        try {
            connection.setReadOnly(true);
            return work.apply(connection);
        } catch (SQLException e) {
            throw PostgresErrorTranslator.translate(e);
        } finally {
            PostgresPool.release(connection);
        }
    }

    @Override
    protected Lease lease() {
        return new PoolLease(pool);
    }

    private Connection borrow() {
        try {
            return pool.borrow();
        } catch (SQLException e) {
            throw PostgresErrorTranslator.translate(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw PostgresErrorTranslator.translateCommit(e);
        }
    }

    /** Random, so that the conflicting transactions do not meet again. */
    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, MAX_PAUSE_MS)));
    }

    private static void requireConnection(DataSource source, PostgresAddress address) {
        try (Connection connection = source.getConnection()) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new ConfigurationException("GATEWAY_DB_URL: cannot connect to PostgreSQL at " + address.place() + " ("
                    + e.getMessage() + "). Start the server, or correct the address, user and password.");
        }
    }
}
