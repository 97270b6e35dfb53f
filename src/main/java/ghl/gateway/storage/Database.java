package ghl.gateway.storage;

import java.util.function.Function;
import javax.sql.DataSource;

/** The database of this process. Its methods block: for worker threads only. */
public interface Database {

    /**
     * Runs {@code work} in one transaction, which is on the disk when this returns. A write inside a write, on the same
     * thread, joins it. What {@code work} throws undoes everything and comes out as it is; thrown by an inner write and
     * caught in the outer one, it undoes the inner alone. A statement that failed ends its transaction, caught or not. On
     * PostgreSQL {@code work} may run again, when another transaction was in its way.
     *
     * @throws StorageException when the database cannot take it; then nothing of it is kept, unless the message says that
     *     this is not known
     */
    <T> T write(Function<Transaction, T> work);

    /**
     * Runs {@code work}, which only reads, on what is committed.
     *
     * @throws StorageException when the database does not answer
     */
    <T> T read(Function<Transaction, T> work);

    /**
     * For libraries that speak JDBC themselves. On a thread inside {@link #write} its connections belong to that
     * transaction, and their commit and close do nothing; otherwise each commit is on the disk when it returns.
     */
    DataSource dataSource();

    /**
     * Takes out of the files what has been deleted or replaced, as far as that is not the database's own business: SQLite
     * keeps old rows readable in its write-ahead log, PostgreSQL until its next vacuum.
     *
     * @return false when somebody was still reading the old; it goes with later writes
     */
    boolean scrub();

    /** Whether other gateways may work on the same data at the same time. */
    boolean isShared();
}
