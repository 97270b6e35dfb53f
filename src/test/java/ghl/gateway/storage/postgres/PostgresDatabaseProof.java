package ghl.gateway.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghl.gateway.fixture.Patience;
import ghl.gateway.fixture.PostgresServer;
import ghl.gateway.storage.DatabaseContract;
import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Threads;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL, and its restarts. */
@Tag("proof")
class PostgresDatabaseProof extends DatabaseContract {

    private static PostgresServer server;

    private PostgresAddress address;

    @BeforeAll
    static void launch() {
        server = PostgresServer.launch();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected OpenDatabase open() {
        address = PostgresAddress.of(server.freshDatabase(), Optional.empty(), Optional.empty());
        return PostgresDatabase.open(address, 8);
    }

    @Override
    protected String binaryType() {
        return "BYTEA";
    }

    @Test
    void gateways_starting_together_on_an_empty_database_both_start() throws Exception {
        PostgresAddress empty = PostgresAddress.of(server.freshDatabase(), Optional.empty(), Optional.empty());

        CompletableFuture<?>[] both = IntStream.range(0, 2)
                .mapToObj(gateway ->
                        Threads.start(() -> PostgresDatabase.open(empty, 2).close()))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(both).get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void gateways_see_each_others_commits() {
        insert("from the first");

        try (OpenDatabase second = PostgresDatabase.open(address, 2)) {
            assertThat(second.<Optional<String>>read(
                            transaction -> transaction.first("SELECT name FROM sample", row -> row.text("name"))))
                    .contains("from the first");
        }
    }

    @Test
    void deadlocked_transactions_are_retried_until_both_succeed() throws Exception {
        insert("a");
        insert("b");
        CyclicBarrier bothHoldALock = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();

        CompletableFuture<Void> one = Threads.start(() -> touch("a", "b", runs, bothHoldALock));
        CompletableFuture<Void> other = Threads.start(() -> touch("b", "a", runs, bothHoldALock));
        CompletableFuture.allOf(one, other).get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(runs).hasValueGreaterThan(2);
        assertThat(database.<Integer>read(transaction -> transaction
                        .first("SELECT SUM(count) AS touched FROM sample", row -> row.integer("touched"))
                        .orElseThrow()))
                .isEqualTo(4);
    }

    @Test
    void acknowledged_writes_survive_an_immediate_restart() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger failures = new AtomicInteger();
        CompletableFuture<?>[] writers = IntStream.range(0, 8)
                .mapToObj(thread -> Threads.start(() -> writeUntil(enough, "writer " + thread, acknowledged, failures)))
                .toArray(CompletableFuture[]::new);

        awaitMore(acknowledged, 200);
        server.restart("immediate");
        awaitMore(acknowledged, 200);
        enough.set(true);
        CompletableFuture.allOf(writers).get(Patience.SECONDS, TimeUnit.SECONDS);

        assertThat(failures).hasPositiveValue();
        assertThat(names()).containsAll(acknowledged);
    }

    @Test
    void write_during_an_outage_fails_and_works_afterwards() {
        insert("before");
        server.stop("fast");

        assertThatThrownBy(() -> insert("refused"))
                .isInstanceOf(StorageException.class)
                .hasMessage("Database error: PostgreSQL does not answer");
        assertThat(database.outage().reason()).contains("PostgreSQL does not answer");

        server.start();
        insert("after");
        assertThat(names()).containsExactly("after", "before");
    }

    @Test
    void probe_finds_a_read_only_server_and_its_end() {
        server.readOnly(true);
        Patience.await().until(() -> isOut("PostgreSQL is read-only"));

        server.readOnly(false);
        Patience.await().until(() -> isOut(null));
    }

    private boolean isOut(String reason) {
        database.probe();
        return database.outage().reason().equals(Optional.ofNullable(reason));
    }

    @Test
    void connection_lost_during_commit_leaves_the_outcome_unknown() {
        assertThatThrownBy(() -> database.write(transaction -> {
                    transaction.update("INSERT INTO sample (name) VALUES ('open')");
                    int process = transaction
                            .first("SELECT pg_backend_pid() AS pid", row -> row.integer("pid"))
                            .orElseThrow();
                    server.execute("SELECT pg_terminate_backend(" + process + ", 5000)");
                    return null;
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the outcome is unknown");
    }

    private void touch(String first, String second, AtomicInteger runs, CyclicBarrier bothHoldALock) {
        AtomicBoolean isFirstRun = new AtomicBoolean(true);
        database.write(transaction -> {
            runs.incrementAndGet();
            String sql = "UPDATE sample SET count = COALESCE(count, 0) + 1 WHERE name = ?";
            transaction.update(sql, first);
            if (isFirstRun.getAndSet(false)) {
                await(bothHoldALock);
            }
            return transaction.update(sql, second);
        });
    }

    private void writeUntil(AtomicBoolean enough, String writer, Set<String> acknowledged, AtomicInteger failures) {
        for (int number = 0; !enough.get(); number++) {
            try {
                insert(writer + "-" + number);
                acknowledged.add(writer + "-" + number);
            } catch (StorageException e) {
                failures.incrementAndGet();
            }
        }
    }

    private static void awaitMore(Set<String> acknowledged, int count) {
        int target = acknowledged.size() + count;
        Patience.await().until(() -> acknowledged.size() >= target);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
