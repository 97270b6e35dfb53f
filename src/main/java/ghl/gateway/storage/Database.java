package ghl.gateway.storage;

import java.util.function.Function;
import javax.sql.DataSource;

/** The database of this process. Methods block, so call them on worker threads only. */
public interface Database {

    /**
     * Runs {@code work} in one transaction, which is durable when this method returns. A nested write on the same thread joins
     * the outer transaction. An exception from {@code work} rolls everything back and is rethrown as it is. If the outer write
     * catches the exception of a nested one, only the nested write is rolled back. A failed statement always fails its
     * transaction, even if {@code work} catches the exception. On PostgreSQL {@code work} may run more than once, after a
     * conflict with another transaction.
     *
     * @throws StorageException when the database fails; nothing is stored then, except perhaps after an error that is
     *     {@linkplain StorageException#isInDoubt in doubt}
     */
    <T> T write(Function<Transaction, T> work);

    /**
     * Runs {@code work}, which must only read, on committed data. Inside {@link #write} it sees that transaction's changes.
     *
     * @throws StorageException when the database fails
     */
    <T> T read(Function<Transaction, T> work);

    /**
     * JDBC connections for libraries. Inside {@link #write} they belong to its transaction, and their commit and close have no
     * effect. Elsewhere each commit is durable when it returns.
     */
    DataSource dataSource();

    /**
     * Removes deleted and replaced rows from the files. SQLite keeps them readable in its write-ahead log. PostgreSQL removes
     * them at its next vacuum, so this method does nothing there.
     *
     * @return false when a reader still needed the old rows; a later write removes them
     */
    boolean scrub();

    /** Whether other gateways may use the same data at the same time. */
    boolean isShared();
}
