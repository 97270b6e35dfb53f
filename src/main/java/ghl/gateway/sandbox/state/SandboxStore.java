package ghl.gateway.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.sqlite.JDBC;

/**
 * The file {@code sandbox.db}: one row per record. Committed writes survive a killed process (write-ahead log); a power
 * failure may lose the latest. The file is locked while it is open.
 */
final class SandboxStore implements AutoCloseable {

    private static final String PUT = "INSERT INTO record (kind, id, json) VALUES (?, ?, ?)"
            + " ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json";

    private static final FileAttribute<?>[] NONE = {};

    private final Connection connection;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    private SandboxStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.put = connection.prepareStatement(PUT);
        this.remove = connection.prepareStatement("DELETE FROM record WHERE kind = ? AND id = ?");
    }

    /** @throws IllegalStateException when another process has the file open */
    static SandboxStore open(Path directory) {
        Path file = directory.resolve("sandbox.db");
        try {
            createPrivately(directory, file);
            return open(new JDBC().connect("jdbc:sqlite:" + file, new Properties()));
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + directory + " cannot be created", e);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The sandbox state " + file + " cannot be opened: " + e.getMessage()
                            + ". If another process is using it, stop that one or set another GATEWAY_DATA.",
                    e);
        }
    }

    /** For the own user only, whatever the umask. SQLite gives its log the permissions of the file. */
    private static void createPrivately(Path directory, Path file) throws IOException {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, isPosix ? attributes("rwx------") : NONE);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, isPosix ? attributes("rw-------") : NONE);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static SandboxStore open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("CREATE TABLE IF NOT EXISTS record (position INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
                    + " id TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (kind, id))");
            connection.setAutoCommit(false);
            return new SandboxStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void readAll(BiConsumer<Kind, String> reader) {
        attempt(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT kind, json FROM record ORDER BY position")) {
                while (rows.next()) {
                    reader.accept(Kind.valueOf(rows.getString(1)), rows.getString(2));
                }
            }
        });
    }

    void put(Kind kind, String id, String json) {
        attempt(() -> {
            put.setString(1, kind.name());
            put.setString(2, id);
            put.setString(3, json);
            put.executeUpdate();
        });
    }

    void remove(Kind kind, String id) {
        attempt(() -> {
            remove.setString(1, kind.name());
            remove.setString(2, id);
            remove.executeUpdate();
        });
    }

    void commit() {
        attempt(connection::commit);
    }

    void rollback() {
        attempt(connection::rollback);
    }

    @Override
    public void close() {
        attempt(connection::close);
    }

    private interface SqlAction {
        void run() throws SQLException;
    }

    private static void attempt(SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox state cannot be read or written: " + e.getMessage(), e);
        }
    }
}
