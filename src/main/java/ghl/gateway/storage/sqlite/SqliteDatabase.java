package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.Transaction;
import ghl.gateway.storage.jdbc.CurrentTransaction;
import ghl.gateway.storage.jdbc.JdbcTransaction;
import ghl.gateway.storage.jdbc.JoiningDataSource;
import ghl.gateway.storage.migration.Dialect;
import ghl.gateway.storage.migration.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The file {@code gateway.db}, which belongs to this process alone. */
public final class SqliteDatabase implements OpenDatabase {

    private static final Logger LOG = Logger.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;

    private final Path path;
    private final DataDirectory directory;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final CurrentTransaction writing = new CurrentTransaction();
    private final CurrentTransaction reading = new CurrentTransaction();
    private final DataSource dataSource;

    private SqliteDatabase(Path path, DataDirectory directory, SqliteFile file) throws SQLException {
        this.path = path;
        this.directory = directory;
        this.writer = new SqliteWriter(file.writer());
        this.readers = new SqliteReaders(file, READERS);
        this.dataSource = new JoiningDataSource(writing, () -> new WriterLease(writer));
    }

    /**
     * Holds the directory, and brings the file in it to this version.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when another process holds it, or it cannot be used
     * @throws ghl.gateway.storage.StorageException when the file cannot be opened
     */
    public static SqliteDatabase open(Path path) {
        DataDirectory directory = DataDirectory.hold(path);
        try {
            SqliteFile file = new SqliteFile(directory.file("gateway.db"));
            Migrations.run(file.writing(), Dialect.SQLITE);
            return new SqliteDatabase(path, directory, file);
        } catch (SQLException e) {
            directory.close();
            throw SqliteFailures.of(e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get();
        return outer != null
                ? outer.nested(work)
                : writer.transact(connection -> writing.run(new JdbcTransaction(connection, SqliteFailures::of), work));
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        JdbcTransaction outer = writing.get() != null ? writing.get() : reading.get();
        return outer != null
                ? work.apply(outer)
                : readers.read(connection -> reading.run(new JdbcTransaction(connection, SqliteFailures::of), work));
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
        try (directory) {
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
