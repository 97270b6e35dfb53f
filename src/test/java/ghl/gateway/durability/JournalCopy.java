package ghl.gateway.durability;

import ghl.gateway.fixture.GatewayLaunch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Ways to back up the data of a running gateway on SQLite. */
enum JournalCopy {
    PLAIN_FILES {
        @Override
        void database(Path from, Path to) {
            for (String file : List.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm")) {
                copy(from, to, file);
            }
        }
    },
    BACKUP_API {
        @Override
        void database(Path from, Path to) {
            String url = "jdbc:sqlite:" + from.resolve(DATABASE);
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("backup to " + to.resolve(DATABASE));
            } catch (SQLException e) {
                throw new AssertionError("SQLite could not back up " + from, e);
            }
        }
    };

    private static final String DATABASE = "gateway.db";
    private static final String MASTER_KEY = "master.key";

    abstract void database(Path from, Path to);

    /** Backs up the data of a running gateway. @return a launch in a fresh directory, on the copy */
    GatewayLaunch of(GatewayLaunch running) {
        GatewayLaunch restored = running.beside();
        Path from = running.home().resolve("data");
        Path to = restored.home().resolve("data");
        try {
            Files.createDirectory(
                    to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database(from, to);
        copy(from, to, MASTER_KEY);
        return restored;
    }

    private static void copy(Path from, Path to, String file) {
        try {
            Files.copy(from.resolve(file), to.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
