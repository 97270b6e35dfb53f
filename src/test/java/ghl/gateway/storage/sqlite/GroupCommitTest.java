package ghl.gateway.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.Patience;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Threads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {

    @TempDir
    Path data;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(data);
        run("CREATE TABLE sample (name VARCHAR(100) PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void waiting_transactions_share_a_commit() throws Exception {
        int threads = 64;
        long before = commits();
        CountDownLatch started = new CountDownLatch(1);

        CompletableFuture<Void> first = Threads.start(() -> database.write(transaction -> {
            started.countDown();
            awaitQueueOf(threads);
            return transaction.update("INSERT INTO sample (name) VALUES ('first')");
        }));
        started.await();
        CompletableFuture<?>[] rest = IntStream.range(0, threads)
                .mapToObj(thread -> Threads.start(() -> insert("waiting " + thread)))
                .toArray(CompletableFuture[]::new);
        first.get(Patience.SECONDS, TimeUnit.SECONDS);
        CompletableFuture.allOf(rest).get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(names()).hasSize(threads + 1);
        assertThat(commits() - before).isEqualTo(1);
    }

    @Test
    void write_returns_only_after_its_commit() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger returned = new AtomicInteger();

        CompletableFuture<Void> first = Threads.start(() -> {
            database.write(transaction -> {
                inside.countDown();
                awaitQueueOf(1);
                return transaction.update("INSERT INTO sample (name) VALUES ('first')");
            });
            returned.incrementAndGet();
        });
        inside.await();
        CompletableFuture<Void> second = Threads.start(() -> {
            database.write(transaction -> {
                // The first thread has finished its work, which belongs to this group and is not durable yet.
                assertThat(names()).containsExactly("first");
                assertThat(returned).hasValue(0);
                goOn.countDown();
                return transaction.update("INSERT INTO sample (name) VALUES ('second')");
            });
            returned.incrementAndGet();
        });
        first.get(Patience.SECONDS, TimeUnit.SECONDS);
        second.get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(goOn.getCount()).isZero();
        assertThat(names()).containsExactly("first", "second");
    }

    @Test
    void failed_commit_fails_every_member_of_the_group() throws Exception {
        int threads = 16;
        run("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
        run("CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
        CountDownLatch inside = new CountDownLatch(1);

        CompletableFuture<Void> breaker = Threads.start(() -> database.write(transaction -> {
            inside.countDown();
            awaitQueueOf(threads);
            return transaction.update("INSERT INTO child VALUES (1)");
        }));
        inside.await();
        CompletableFuture<?>[] rest = IntStream.range(0, threads)
                .mapToObj(thread -> Threads.start(
                        () -> assertThatThrownBy(() -> insert("lost " + thread)).isInstanceOf(StorageException.class)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(rest).get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThatThrownBy(() -> breaker.get(Patience.SECONDS, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StorageException.class);
        assertThat(names()).isEmpty();
        insert("after");
        assertThat(names()).containsExactly("after");
    }

    @Test
    void write_with_an_open_connection_on_the_same_thread_is_rejected() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO sample (name) VALUES ('open')");

            assertThatThrownBy(() -> insert("waiting for itself")).isInstanceOf(IllegalStateException.class);
        }

        insert("stored");
        assertThat(names()).containsExactly("stored");
    }

    @Test
    void error_in_the_work_releases_the_writer() {
        assertThatThrownBy(() -> database.write(transaction -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);

        insert("stored");
        assertThat(names()).containsExactly("stored");
    }

    private void insert(String name) {
        database.write(transaction -> transaction.update("INSERT INTO sample (name) VALUES (?)", name));
    }

    private List<String> names() {
        return database.read(
                transaction -> transaction.list("SELECT name FROM sample ORDER BY name", row -> row.text("name")));
    }

    private void run(String sql) {
        database.write(transaction -> transaction.update(sql));
    }

    private long commits() {
        return database.commits();
    }

    /** Returns when this many threads wait behind the calling one. */
    private void awaitQueueOf(int threads) {
        while (database.waiting() < threads) {
            Thread.onSpinWait();
        }
    }
}
