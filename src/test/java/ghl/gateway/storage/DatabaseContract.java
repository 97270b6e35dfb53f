package ghl.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both databases promise. */
@Timeout(60)
public abstract class DatabaseContract {

    private static final String INSERT = "INSERT INTO sample (name) VALUES (?)";

    protected OpenDatabase database;

    /** An empty one. */
    protected abstract OpenDatabase open();

    protected abstract String binaryType();

    private enum Colour {
        GREEN
    }

    @BeforeEach
    void openDatabase() {
        database = open();
        run("CREATE TABLE sample (name VARCHAR(100) PRIMARY KEY, count INTEGER, size BIGINT, is_open SMALLINT,"
                + " due BIGINT, body " + binaryType() + ", colour VARCHAR(20))");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void what_was_written_is_there_for_readers() {
        insert("kept");

        assertThat(names()).containsExactly("kept");
    }

    @Test
    void what_was_thrown_comes_out_as_it_is_and_undoes_everything() {
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "undone");
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(names()).isEmpty();
    }

    @Test
    void every_type_comes_back_as_it_was() {
        Instant due = Instant.parse("2026-11-27T18:00:00.123Z");
        database.write(transaction -> transaction.update(
                "INSERT INTO sample (name, count, size, is_open, due, body, colour) VALUES (?, ?, ?, ?, ?, ?, ?)",
                "Zoë",
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                true,
                due,
                new byte[] {0, -1},
                Colour.GREEN));

        database.read(transaction -> transaction.first("SELECT * FROM sample", row -> {
            assertThat(row.text("name")).isEqualTo("Zoë");
            assertThat(row.integer("count")).isEqualTo(Integer.MIN_VALUE);
            assertThat(row.number("size")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.flag("is_open")).isTrue();
            assertThat(row.instant("due")).isEqualTo(due);
            assertThat(row.bytes("body")).containsExactly(0, -1);
            assertThat(row.oneOf(Colour.class, "colour")).isEqualTo(Colour.GREEN);
            return row;
        }));
    }

    @Test
    void what_is_null_comes_back_as_null() {
        database.write(transaction -> transaction.update(
                "INSERT INTO sample (name, count, size, is_open, due, body, colour) VALUES (?, ?, ?, ?, ?, ?, ?)",
                "nothing",
                null,
                null,
                null,
                null,
                null,
                null));

        database.read(transaction -> transaction.first("SELECT * FROM sample", row -> {
            assertThat(row.integer("count")).isNull();
            assertThat(row.number("size")).isNull();
            assertThat(row.flag("is_open")).isFalse();
            assertThat(row.instant("due")).isNull();
            assertThat(row.bytes("body")).isNull();
            assertThat(row.oneOf(Colour.class, "colour")).isNull();
            return row;
        }));
    }

    @Test
    void a_write_inside_a_write_joins_it() {
        assertThatThrownBy(() -> database.write(outer -> {
                    insert("inner");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(names()).isEmpty();
    }

    @Test
    void an_inner_write_that_fails_undoes_only_itself_when_the_outer_one_goes_on() {
        insert("taken");

        database.write(outer -> {
            outer.update(INSERT, "before");
            assertThatThrownBy(() -> database.write(inner -> {
                        inner.update(INSERT, "undone");
                        return inner.update(INSERT, "taken");
                    }))
                    .isInstanceOf(StorageException.class);
            return outer.update(INSERT, "after");
        });

        assertThat(names()).containsExactly("after", "before", "taken");
    }

    @Test
    void a_failed_statement_ends_the_transaction_though_somebody_caught_it() {
        insert("taken");

        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "undone");
                    assertThatThrownBy(() -> transaction.update(INSERT, "taken"))
                            .hasMessageContaining("forbids it");
                    return "done";
                }))
                .isInstanceOf(StorageException.class);
        assertThat(names()).containsExactly("taken");
    }

    @Test
    void messages_hold_nothing_of_what_was_to_be_kept() {
        insert("secret");

        assertThatThrownBy(() -> insert("secret"))
                .isInstanceOf(StorageException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage() + thrown.getCause()).doesNotContain("secret"));
    }

    @Test
    void a_read_inside_a_write_sees_what_it_wrote() {
        database.write(transaction -> {
            transaction.update(INSERT, "fresh");
            assertThat(names()).containsExactly("fresh");
            return null;
        });
    }

    @Test
    void readers_see_only_what_is_committed_and_wait_for_nobody() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);

        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> database.write(transaction -> {
            transaction.update(INSERT, "late");
            written.countDown();
            await(read);
            return null;
        }));
        await(written);
        List<String> seen = names();
        read.countDown();
        writer.get(10, TimeUnit.SECONDS);

        assertThat(seen).isEmpty();
        assertThat(names()).containsExactly("late");
    }

    @Test
    void sixty_four_threads_lose_nothing() throws Exception {
        int threads = 64;
        int each = 25;

        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(thread ->
                        Threads.start(() -> IntStream.range(0, each).forEach(number -> insert(thread + "-" + number))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(50, TimeUnit.SECONDS);

        assertThat(names()).hasSize(threads * each);
    }

    @Test
    void neighbours_of_a_failing_transaction_are_kept() throws Exception {
        int threads = 32;
        insert("taken");

        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(thread -> Threads.start(() -> {
                    insert("good " + thread);
                    assertThatThrownBy(() -> database.write(transaction -> {
                                transaction.update(INSERT, "bad " + thread);
                                return transaction.update(INSERT, "taken");
                            }))
                            .isInstanceOf(StorageException.class);
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get(50, TimeUnit.SECONDS);

        assertThat(names()).hasSize(threads + 1).noneMatch(name -> name.startsWith("bad"));
    }

    @Test
    void an_interrupted_thread_writes_like_any_other() {
        Thread.currentThread().interrupt();

        insert("kept");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(names()).containsExactly("kept");
        insert("and the next");
    }

    @Test
    void jdbc_inside_a_write_belongs_to_it() {
        assertThatThrownBy(() -> database.write(transaction -> {
                    insertByJdbc("by a library");
                    assertThat(names()).containsExactly("by a library");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(names()).isEmpty();

        database.write(transaction -> {
            insertByJdbc("by a library");
            return transaction.update(INSERT, "by us");
        });
        assertThat(names()).containsExactly("by a library", "by us");
    }

    @Test
    void a_library_that_fails_inside_a_write_does_not_spoil_it() {
        insert("taken");

        database.write(transaction -> {
            transaction.update(INSERT, "ours");
            assertThatThrownBy(() -> insertByJdbc("taken")).isInstanceOf(IllegalStateException.class);
            insertByJdbc("its second try");
            return null;
        });

        assertThat(names()).containsExactly("its second try", "ours", "taken");
    }

    @Test
    void jdbc_outside_a_write_commits_by_itself() {
        insertByJdbc("by a library");

        assertThat(names()).containsExactly("by a library");
    }

    @Test
    void jdbc_that_is_rolled_back_or_only_closed_leaves_nothing() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, "rolled back");
            statement.executeUpdate();
            connection.rollback();
        }
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, "forgotten");
            statement.executeUpdate();
        }

        assertThat(names()).isEmpty();
        insert("and the next");
    }

    @Test
    void jdbc_that_only_reads_leaves_nothing_open() throws SQLException {
        insert("kept");

        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT name FROM sample");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            connection.commit();
        }

        insert("and the next");
    }

    @Test
    void a_transaction_is_over_when_it_is_over() {
        Transaction[] escaped = new Transaction[1];
        database.write(transaction -> escaped[0] = transaction);

        assertThatThrownBy(() -> escaped[0].update(INSERT, "late")).isInstanceOf(StorageException.class);
    }

    protected void insert(String name) {
        database.write(transaction -> transaction.update(INSERT, name));
    }

    protected List<String> names() {
        return database.read(
                transaction -> transaction.list("SELECT name FROM sample ORDER BY name", row -> row.text("name")));
    }

    protected void run(String sql) {
        database.write(transaction -> transaction.update(sql));
    }

    /** As db-scheduler does it. */
    private void insertByJdbc(String name) {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                statement.setString(1, name);
                statement.execute();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
