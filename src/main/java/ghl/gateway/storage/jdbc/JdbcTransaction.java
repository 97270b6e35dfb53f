package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.Row;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A transaction that somebody else began and will end. A statement that fails is the last one: PostgreSQL takes no more
 * after it, and SQLite may have undone everything by itself, so that more would be kept without what came before.
 */
public final class JdbcTransaction implements Transaction {

    private final Connection connection;
    private final ErrorTranslator failures;
    private StorageException failure;
    private boolean over;

    public JdbcTransaction(Connection connection, ErrorTranslator failures) {
        this.connection = connection;
        this.failures = failures;
    }

    @Override
    public int update(String sql, Object... parameters) {
        requireSound();
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public <T> List<T> list(String sql, Function<Row, T> mapper, Object... parameters) {
        return rows(Integer.MAX_VALUE, sql, mapper, parameters);
    }

    @Override
    public <T> Optional<T> first(String sql, Function<Row, T> mapper, Object... parameters) {
        return rows(1, sql, mapper, parameters).stream().findFirst();
    }

    /** Runs {@code work} so that what it throws undoes only what it did itself. */
    public <T> T nested(Function<Transaction, T> work) {
        savepoint();
        try {
            T result = work.apply(this);
            release();
            return result;
        } catch (Throwable thrown) {
            rollbackTo(thrown);
            throw thrown;
        }
    }

    /** Begins a part that can be undone alone. Parts end in the reverse order. */
    void savepoint() {
        requireSound();
        try {
            execute("SAVEPOINT part");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Ends a part and keeps it. */
    void release() {
        requireSound();
        try {
            execute("RELEASE SAVEPOINT part");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Ends a part and undoes it; what failed in it is forgotten. */
    void rollbackTo(Throwable why) {
        try {
            execute("ROLLBACK TO SAVEPOINT part");
            execute("RELEASE SAVEPOINT part");
            failure = null;
        } catch (SQLException e) {
            why.addSuppressed(failed(e));
        }
    }

    /** @throws StorageException when a statement has failed, whether or not somebody caught that */
    void requireSound() {
        if (over) {
            throw new StorageException("This transaction is over", null);
        }
        if (failure != null) {
            throw new StorageException(failure.getMessage(), failure);
        }
    }

    void end() {
        over = true;
    }

    Connection connection() {
        return connection;
    }

    private <T> List<T> rows(int most, String sql, Function<Row, T> mapper, Object... parameters) {
        requireSound();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            JdbcRow row = new JdbcRow(rows, this::failed);
            List<T> found = new ArrayList<>();
            while (found.size() < most && rows.next()) {
                found.add(mapper.apply(row));
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                set(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Boolean flag) {
            statement.setInt(index, flag ? 1 : 0);
        } else if (value instanceof Instant instant) {
            statement.setLong(index, instant.toEpochMilli());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            throw new IllegalArgumentException(
                    "No column keeps a " + value.getClass().getName());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private StorageException failed(SQLException error) {
        StorageException said = failures.of(error);
        if (failure == null) {
            failure = said;
        }
        return said;
    }
}
