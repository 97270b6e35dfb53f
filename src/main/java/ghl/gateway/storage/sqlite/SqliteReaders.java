package ghl.gateway.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A pool of read connections. All statements of one use see the same snapshot. */
final class SqliteReaders implements AutoCloseable {

    private final Semaphore free;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    SqliteReaders(SqliteFile file, int count) throws SQLException {
        try {
            for (int i = 0; i < count; i++) {
                idle.add(file.reader());
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
        this.free = new Semaphore(count, true);
    }

    <T> T read(Function<Connection, T> work) {
        free.acquireUninterruptibly();
        Connection connection = idle.poll();
        try {
            return readOn(connection, work);
        } finally {
            idle.add(connection);
            free.release();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }

    private static <T> T readOn(Connection connection, Function<Connection, T> work) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            try {
                return work.apply(connection);
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw SqliteErrorTranslator.translate(e);
        }
    }
}
