package ghl.gateway.storage.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** Opens connections to the file, configured so that a commit is durable. */
record SqliteFile(Path path) {

    /** Only another process can lock the file, such as a command or a backup. */
    private static final int BUSY_TIMEOUT_MS = 5000;

    private static final int MAX_IDLE_LOG_BYTES = 64 * 1024 * 1024;

    /** A connection whose transactions begin and commit by SQL statements. */
    Connection writer() throws SQLException {
        Connection connection = writing().getConnection();
        try {
            requireWriteAheadLog(connection);
            return withoutDriverTransactions(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A read-only connection whose transactions begin and end by SQL statements. */
    Connection reader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return withoutDriverTransactions(source(config).getConnection());
    }

    /** Ordinary JDBC connections, for migrations. */
    DataSource writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setJournalSizeLimit(MAX_IDLE_LOG_BYTES);
        // Without it, erased data stays readable in free pages.
        config.setPragma(Pragma.SECURE_DELETE, "ON");
        return source(config);
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    /** The driver begins a transaction on its own when auto-commit is off. Ends it, so that the writer begins each one. */
    private static Connection withoutDriverTransactions(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("COMMIT");
        }
        return connection;
    }

    /** SQLite silently keeps its old journal mode on file systems without shared memory. */
    private static void requireWriteAheadLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            if (!mode.next() || !mode.getString(1).equalsIgnoreCase("wal")) {
                throw new SQLException("The file system does not support SQLite's write-ahead log");
            }
        }
    }
}
