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

/** Opens connections to the file, each set so that what is committed is on the disk. */
record SqliteFile(Path path) {

    /** Only a program from outside, such as a backup, can hold the file against us. */
    private static final int BUSY_TIMEOUT_MS = 5000;

    private static final int LARGEST_IDLE_LOG = 64 * 1024 * 1024;

    /** For one that begins and commits by SQL. */
    Connection writer() throws SQLException {
        Connection connection = writing().getConnection();
        try {
            requireWriteAheadLog(connection);
            return byHand(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For one that begins and commits by SQL, and cannot change anything. */
    Connection reader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return byHand(source(config).getConnection());
    }

    /** Ordinary connections, for the migrations that run before anybody else comes. */
    DataSource writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setJournalSizeLimit(LARGEST_IDLE_LOG);
        // What is erased must be gone: SQLite would keep it in pages that it calls free.
        config.setPragma(Pragma.SECURE_DELETE, "ON");
        return source(config);
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    /** The driver would begin by itself, and so before anybody knows whose transaction it is. */
    private static Connection byHand(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("COMMIT");
        }
        return connection;
    }

    /** SQLite keeps its old journal in silence where the file system cannot share memory. */
    private static void requireWriteAheadLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            if (!mode.next() || !mode.getString(1).equalsIgnoreCase("wal")) {
                throw new SQLException("The file system cannot keep SQLite's write-ahead log");
            }
        }
    }
}
