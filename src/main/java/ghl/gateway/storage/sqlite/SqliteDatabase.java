package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.Transaction;
import ghl.gateway.storage.jdbc.CurrentTransaction;
import ghl.gateway.storage.jdbc.JdbcTransaction;
import ghl.gateway.storage.jdbc.JoiningDataSource;
import ghl.gateway.storage.migration.Dialect;
import ghl.gateway.storage.migration.Migrations;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The file {@code gateway.db}, which belongs to this process alone. */
public final class SqliteDatabase implements OpenDatabase {

    private static final Logger LOG = Logger.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;

    private static final String FILE = "gateway.db";

    /** What keeps other gateways away, until it is closed. */
    private interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    private final Path path;
    private final Hold hold;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final CurrentTransaction writing = new CurrentTransaction();
    private final CurrentTransaction reading = new CurrentTransaction();
    private final DataSource dataSource;

    private SqliteDatabase(Path path, Hold hold, SqliteFile file) throws SQLException {
        this.path = path;
        this.hold = hold;
        this.writer = new SqliteWriter(file.writer());
        this.readers = new SqliteReaders(file, READERS);
        this.dataSource = new JoiningDataSource(writing, () -> new WriterLease(writer));
    }

    /**
     * Holds the directory, and brings the file in it to this version.
     *
     * @throws ConfigurationException when another process holds it, or it cannot be used
     * @throws ghl.gateway.storage.StorageException when the file cannot be opened
     */
    public static SqliteDatabase open(Path path) {
        DataDirectory directory = DataDirectory.hold(path);
        try {
            SqliteFile file = new SqliteFile(path.resolve(FILE));
            Migrations.run(file.writing(), Dialect.SQLITE);
            return open(path, directory::close, file);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Opens the file without holding the directory: a gateway may be at work on it, or start. Both write, in turns.
     *
     * @throws ConfigurationException when the file cannot be used, or a gateway of another version is at work on it
     * @throws ghl.gateway.storage.StorageException when the file cannot be opened
     */
    public static SqliteDatabase openBeside(Path path) {
        Optional<DataDirectory> held = DataDirectory.holdIfFree(path);
        SqliteFile file = new SqliteFile(path.resolve(FILE));
        if (held.isEmpty()) {
            requireSameTables(path, file);
            return open(path, () -> {}, file);
        }
        try (DataDirectory whileTablesAreMade = held.get()) {
            Migrations.run(file.writing(), Dialect.SQLITE);
        }
        return open(path, () -> {}, file);
    }

    private static void requireSameTables(Path path, SqliteFile file) {
        if (!Migrations.areComplete(file.writing(), Dialect.SQLITE)) {
            throw new ConfigurationException("GATEWAY_DATA is " + path
                    + ", where a gateway of an older version is at work: start this version of it first.");
        }
    }

    private static SqliteDatabase open(Path path, Hold hold, SqliteFile file) {
        try {
            return new SqliteDatabase(path, hold, file);
        } catch (SQLException e) {
            throw SqliteErrorTranslator.of(e);
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get();
        return outer != null
                ? outer.nested(work)
                : writer.transact(
                        connection -> writing.run(new JdbcTransaction(connection, SqliteErrorTranslator::of), work));
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get() != null ? writing.get() : reading.get();
        return outer != null
                ? work.apply(outer)
                : readers.read(
                        connection -> reading.run(new JdbcTransaction(connection, SqliteErrorTranslator::of), work));
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
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
        try (hold) {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            LOG.warn("The database was not closed in order; the next start puts it right", e);
        }
    }

    /** How many times the writer committed. */
    long commits() {
        return writer.commits();
    }

    /** How many threads stand in line to write. */
    int waiting() {
        return writer.waiting();
    }
}
