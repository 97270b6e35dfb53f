package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.jdbc.JdbcDatabase;
import ghl.gateway.storage.jdbc.Lease;
import ghl.gateway.storage.migration.Dialect;
import ghl.gateway.storage.migration.Migrations;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** SQLite in the file {@code gateway.db}, for one gateway. */
public final class SqliteDatabase extends JdbcDatabase {

    private static final Logger LOG = Logger.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;

    static final String FILE = "gateway.db";

    private final Path path;

    /** Keeps other gateways away; null when opened beside a gateway. */
    private final DataDirectory lock;

    private final SqliteWriter writer;
    private final SqliteReaders readers;

    private SqliteDatabase(Path path, DataDirectory lock, SqliteFile file) throws SQLException {
        super("SQLite in " + path, SqliteErrorTranslator::translate);
        this.path = path;
        this.lock = lock;
        this.writer = new SqliteWriter(file.writer());
        this.readers = new SqliteReaders(file, READERS);
    }

    /**
     * Locks the directory and migrates the file in it.
     *
     * @throws ConfigurationException when another gateway uses the directory, or it is not usable
     * @throws ghl.gateway.storage.StorageException when the file cannot be opened
     */
    public static SqliteDatabase open(Path path) {
        DataDirectory directory = DataDirectory.lock(path);
        try {
            SqliteFile file = new SqliteFile(path.resolve(FILE));
            Migrations.run(file.writing(), Dialect.SQLITE);
            return open(path, directory, file);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Opens the file without locking the directory, so that a gateway may run at the same time. Both can write.
     *
     * @throws ConfigurationException when the file is not usable, or a gateway of another version runs
     * @throws ghl.gateway.storage.StorageException when the file cannot be opened
     */
    public static SqliteDatabase openBeside(Path path) {
        Optional<DataDirectory> locked = DataDirectory.tryLock(path);
        SqliteFile file = new SqliteFile(path.resolve(FILE));
        if (locked.isEmpty()) {
            requireSameTables(path, file);
            return open(path, null, file);
        }
        try (DataDirectory duringMigration = locked.get()) {
            Migrations.run(file.writing(), Dialect.SQLITE);
        }
        return open(path, null, file);
    }

    private static void requireSameTables(Path path, SqliteFile file) {
        if (!Migrations.areComplete(file.writing(), Dialect.SQLITE)) {
            throw new ConfigurationException("GATEWAY_DATA (" + path
                    + ") is in use by a gateway of an older version: upgrade that gateway first.");
        }
    }

    private static SqliteDatabase open(Path path, DataDirectory lock, SqliteFile file) {
        try {
            return new SqliteDatabase(path, lock, file);
        } catch (SQLException e) {
            throw SqliteErrorTranslator.translate(e);
        }
    }

    @Override
    protected <T> T writeTransaction(Function<Connection, T> work) {
        return writer.transact(work);
    }

    @Override
    protected <T> T readTransaction(Function<Connection, T> work) {
        return readers.read(work);
    }

    @Override
    protected Lease lease() {
        return new WriterLease(writer);
    }

    @Override
    public boolean scrub() {
        return writer.emptyLog();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String kind() {
        return "SQLite";
    }

    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public void close() {
        try (lock) {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            LOG.warn("The database was not closed cleanly. The next start recovers it.", e);
        }
    }

    long commits() {
        return writer.commits();
    }

    int waiting() {
        return writer.waiting();
    }
}
