package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.Row;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements in a transaction that the caller begins and ends. After a failed statement no other is accepted: PostgreSQL
 * rejects it, and SQLite may have rolled back on its own, so that later statements would be stored without the earlier ones.
 */
final class JdbcTransaction implements Transaction {

    private final Connection connection;
    private final Function<SQLException, StorageException> errors;
    private StorageException failure;
    private boolean ended;

    JdbcTransaction(Connection connection, Function<SQLException, StorageException> errors) {
        this.connection = connection;
        this.errors = errors;
    }

    @Override
    public int update(String sql, Object... parameters) {
        requireUsable();
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

    /** Runs {@code work} in a savepoint: an exception rolls back only the changes of {@code work}. */
    <T> T nested(Function<Transaction, T> work) {
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

    /** Begins a part that can be rolled back on its own. Parts may nest. */
    void savepoint() {
        requireUsable();
        execute("SAVEPOINT part");
    }

    /** Ends a part and keeps its changes. */
    void release() {
        requireUsable();
        execute("RELEASE SAVEPOINT part");
    }

    /** Ends a part and rolls it back, together with the failure in it. */
    void rollbackTo(Throwable why) {
        try {
            execute("ROLLBACK TO SAVEPOINT part");
            execute("RELEASE SAVEPOINT part");
            failure = null;
        } catch (StorageException e) {
            why.addSuppressed(e);
        }
    }

    /** @throws StorageException when a statement has failed, even if the exception was caught */
    void requireUsable() {
        if (ended) {
            throw new StorageException("This transaction has ended", null);
        }
        if (failure != null) {
            throw new StorageException(failure);
        }
    }

    void end() {
        ended = true;
    }

    Connection connection() {
        return connection;
    }

    private <T> List<T> rows(int limit, String sql, Function<Row, T> mapper, Object... parameters) {
        requireUsable();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            Row row = new Row(rows, this::failed);
            List<T> found = new ArrayList<>();
            while (found.size() < limit && rows.next()) {
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
                statement.setObject(i + 1, columnValue(parameters[i]));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static Object columnValue(Object parameter) {
        if (parameter instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (parameter instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (parameter instanceof Enum<?> constant) {
            return constant.name();
        }
        boolean isSupported = parameter == null
                || parameter instanceof String
                || parameter instanceof Integer
                || parameter instanceof Long
                || parameter instanceof byte[];
        if (!isSupported) {
            throw new IllegalArgumentException(
                    "Unsupported parameter type: " + parameter.getClass().getName());
        }
        return parameter;
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StorageException failed(SQLException error) {
        StorageException translated = errors.apply(error);
        if (failure == null) {
            failure = translated;
        }
        return translated;
    }
}
