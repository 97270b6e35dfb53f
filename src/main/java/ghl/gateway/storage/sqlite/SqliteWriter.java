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
 * The one connection that writes. Threads take turns on it, first come, first served, each with a savepoint of its own
 * inside a transaction that belongs to a {@link CommitGroup}. Whoever leaves while others wait passes the open transaction on;
 * the last in line commits it for all. Nobody returns before the commit that covers what they did, nor before the one that
 * covers what they saw.
 */
final class SqliteWriter implements AutoCloseable {

    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Thread holder;
    private volatile long commits;

    // Touched only by whoever has the turn.
    private CommitGroup group;
    private boolean closed;

    SqliteWriter(Connection connection) {
        this.connection = connection;
    }

    /** Runs {@code work} on the connection; returns when what it changed is on the disk. */
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

    /** Waits for the turn, which {@link #leave} must give back. */
    CommitGroup enter() {
        awaitTurn();
        try {
            begin();
            return group;
        } catch (SQLException e) {
            StorageException said = SqliteErrorTranslator.of(e);
            lose(said);
            giveBack();
            throw said;
        } catch (Throwable e) {
            giveBack();
            throw e;
        }
    }

    /**
     * Gives the turn back.
     *
     * @param undo null to keep what was done, or why not
     */
    void leave(Throwable undo) {
        try {
            settle(undo);
        } finally {
            giveBack();
        }
    }

    Connection connection() {
        return connection;
    }

    /** Brings all that is committed into the file itself. @return false when a reader still needed the log */
    boolean emptyLog() {
        awaitTurn();
        try {
            commitIfAny();
            return checkpoint();
        } catch (SQLException e) {
            throw SqliteErrorTranslator.of(e);
        } finally {
            giveBack();
        }
    }

    /** How many times a transaction was committed; each is at most one flush. */
    long commits() {
        return commits;
    }

    int waiting() {
        return turn.getQueueLength();
    }

    /** Waits for those before it, unless one of them is stuck: then the file is left as after a crash, which is safe. */
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
            throw new IllegalStateException("This thread still has a connection that it neither committed nor closed");
        }
        turn.acquireUninterruptibly();
        holder = Thread.currentThread();
    }

    private void begin() throws SQLException {
        if (closed) {
            throw new SQLException("it is closed");
        }
        if (group == null) {
            execute("BEGIN IMMEDIATE");
            group = new CommitGroup();
        }
        execute("SAVEPOINT member");
        group.join();
    }

    /** Where the savepoint is gone, so is the whole transaction: SQLite undoes it by itself when the disk fails it. */
    private void settle(Throwable undo) {
        try {
            if (undo != null) {
                execute("ROLLBACK TO SAVEPOINT member");
            }
            execute("RELEASE SAVEPOINT member");
        } catch (SQLException e) {
            lose(undo instanceof StorageException said ? said : SqliteErrorTranslator.of(e));
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
            group.kept();
            group = null;
        } catch (SQLException e) {
            lose(SqliteErrorTranslator.of(e));
        } catch (Throwable e) {
            lose(new StorageException("The database cannot do this: the gateway failed", e));
            throw e;
        }
    }

    private void lose(StorageException why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException undoneAlready) {
            why.addSuppressed(undoneAlready);
        }
        if (group != null) {
            group.lost(why);
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

    /** Without standing in line: whoever leaves counts on the next in line to commit. */
    private boolean acquireToClose() {
        long deadline = System.nanoTime() + CLOSING_PATIENCE.toNanos();
        while (!turn.tryAcquire()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }
}
