package ghl.gateway.storage.postgres;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.Transaction;
import ghl.gateway.storage.jdbc.CurrentTransaction;
import ghl.gateway.storage.jdbc.JdbcTransaction;
import ghl.gateway.storage.jdbc.JoiningDataSource;
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

/** A PostgreSQL that several gateways may share. Each statement sees what was committed before it began. */
public final class PostgresDatabase implements OpenDatabase {

    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MS = 20;

    private final PostgresAddress address;
    private final PostgresPool pool;
    private final CurrentTransaction writing = new CurrentTransaction();
    private final CurrentTransaction reading = new CurrentTransaction();
    private final DataSource dataSource;

    private PostgresDatabase(PostgresAddress address, PostgresPool pool) {
        this.address = address;
        this.pool = pool;
        this.dataSource = new JoiningDataSource(writing, () -> new PoolLease(pool));
    }

    /**
     * Connects, and brings the database to this version.
     *
     * @param poolSize connections at most
     * @throws ConfigurationException with one sentence when nobody answers there
     */
    public static PostgresDatabase open(PostgresAddress address, int poolSize) {
        DataSource patient = PostgresPool.patient(address);
        requireAnswer(patient, address);
        Migrations.run(patient, Dialect.POSTGRESQL);
        try {
            return new PostgresDatabase(address, new PostgresPool(address, poolSize));
        } catch (SQLException e) {
            throw PostgresErrorTranslator.of(e);
        }
    }

    /** May run {@code work} more than once: when another transaction was in the way, all of it is undone and repeated. */
    @Override
    public <T> T write(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get();
        return outer != null ? outer.nested(work) : writeRepeatedly(work);
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get() != null ? writing.get() : reading.get();
        return outer != null ? work.apply(outer) : readOnce(work);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
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

    private <T> T writeRepeatedly(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !PostgresErrorTranslator.isPassing(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private <T> T writeOnce(Function<Transaction, T> work) {
        Connection connection = borrow();
        try {
            T result = writing.run(new JdbcTransaction(connection, PostgresErrorTranslator::of), work);
            commit(connection);
            return result;
        } finally {
            PostgresPool.giveBack(connection);
        }
    }

    private <T> T readOnce(Function<Transaction, T> work) {
        Connection connection = borrow();
        try {
            connection.setReadOnly(true);
            return reading.run(new JdbcTransaction(connection, PostgresErrorTranslator::of), work);
        } catch (SQLException e) {
            throw PostgresErrorTranslator.of(e);
        } finally {
            PostgresPool.giveBack(connection);
        }
    }

    private Connection borrow() {
        try {
            return pool.borrow();
        } catch (SQLException e) {
            throw PostgresErrorTranslator.of(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw PostgresErrorTranslator.ofCommit(e);
        }
    }

    /** Those who were in each other's way should not meet again. */
    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MS)));
    }

    private static void requireAnswer(DataSource source, PostgresAddress address) {
        try (Connection connection = source.getConnection()) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new ConfigurationException("GATEWAY_DB_URL means " + address.place()
                    + ", where no PostgreSQL lets this gateway in (" + e.getMessage()
                    + "): start it, or set the right address, user and password.");
        }
    }
}
