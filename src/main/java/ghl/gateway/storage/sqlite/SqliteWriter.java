package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The single write connection, with group commit. Threads use it in turn, in order of arrival. Each works in its own savepoint
 * inside the transaction of a {@link CommitGroup}. A thread that finishes while others wait passes the open transaction on, and
 * the last thread in the queue commits for all. A thread returns only after the commit that covers its changes and every change
 * that it has seen.
 */
final class SqliteWriter implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Connection connection;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Thread holder;
    private volatile long commits;

    // Accessed only by the thread that has the turn.
    private CommitGroup group;
    private boolean closed;

    SqliteWriter(Connection connection) {
        this.connection = connection;
    }

    /** Runs {@code work} on the connection and returns when its changes are durable. */
    <T> T transact(Function<Connection, T> work) {
        CommitGroup mine = enter();
        T result;
        try {
            result = work.apply(connection);
        } catch (Throwable thrown) {
            leave(thrown);
            mine.awaitAfter(thrown);
            throw thrown;
        }
        leave(null);
        mine.await();
        return result;
    }

    /** Waits for the turn. {@link #leave} must give it back. */
    CommitGroup enter() {
        awaitTurn();
        try {
            begin();
            return group;
        } catch (SQLException e) {
            StorageException failure = SqliteErrorTranslator.translate(e);
            fail(failure);
            giveBack();
            throw failure;
        } catch (Throwable e) {
            giveBack();
            throw e;
        }
    }

    /**
     * Gives the turn back.
     *
     * @param failure null to keep the changes; otherwise the reason to roll them back
     */
    void leave(Throwable failure) {
        try {
            endSavepoint(failure);
        } finally {
            giveBack();
        }
    }

    Connection connection() {
        return connection;
    }

    /** Moves the write-ahead log into the file and empties it. @return false when a reader still needed the log */
    boolean emptyLog() {
        awaitTurn();
        try {
            commitIfAny();
            return checkpoint();
        } catch (SQLException e) {
            throw SqliteErrorTranslator.translate(e);
        } finally {
            giveBack();
        }
    }

    /** Number of commits, each at most one flush. */
    long commits() {
        return commits;
    }

    int waiting() {
        return turn.getQueueLength();
    }

    /** Waits for running work, but not for work that hangs: then the file is left as after a crash, which is safe. */
    @Override
    public void close() throws SQLException {
        if (acquireToClose()) {
            try {
                commitIfAny();
                closed = true;
                connection.close();
            } finally {
                turn.release();
            }
        }
    }

    private void awaitTurn() {
        if (holder == Thread.currentThread()) {
            throw new IllegalStateException(
                    "This thread has another connection that it has neither committed nor closed");
        }
        turn.acquireUninterruptibly();
        holder = Thread.currentThread();
    }

    private void begin() throws SQLException {
        if (closed) {
            throw new SQLException("the database is closed");
        }
        if (group == null) {
            execute("BEGIN IMMEDIATE");
            group = new CommitGroup();
        }
        execute("SAVEPOINT member");
        group.join();
    }

    /** A missing savepoint means that SQLite rolled back the whole transaction on its own, as it does after a disk error. */
    private void endSavepoint(Throwable failure) {
        try {
            if (failure != null) {
                execute("ROLLBACK TO SAVEPOINT member");
            }
            execute("RELEASE SAVEPOINT member");
        } catch (SQLException e) {
            fail(failure instanceof StorageException known ? known : SqliteErrorTranslator.translate(e));
        }
    }

    private void giveBack() {
        try {
            if (!turn.hasQueuedThreads() || group == null || group.isFull()) {
                commitIfAny();
            }
        } finally {
            holder = null;
            turn.release();
        }
    }

    private void commitIfAny() {
        if (group == null) {
            return;
        }
        try {
            execute("COMMIT");
            commits++;
            group.committed();
            group = null;
        } catch (SQLException e) {
            fail(SqliteErrorTranslator.translate(e));
        } catch (Throwable e) {
            fail(new StorageException("Database error: the commit failed unexpectedly", e));
            throw e;
        }
    }

    private void fail(StorageException why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            why.addSuppressed(alreadyRolledBack);
        }
        if (group != null) {
            group.failed(why);
            group = null;
        }
    }

    private boolean checkpoint() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet outcome = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return outcome.next() && outcome.getInt("busy") == 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Does not queue: a thread that leaves relies on the next one in the queue to commit. */
    private boolean acquireToClose() {
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        while (!turn.tryAcquire()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }
}
