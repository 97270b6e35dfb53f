package ghl.gateway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Accepted forms per second and how long an accept takes, beside what the disk can do: each accept is flushed before it
 * is answered. A program, not a test; docs/testing.md has its command.
 *
 * <p>Arguments: the gateway's address, seconds per run, a directory on the disk that the journal is on.
 */
public final class AcceptBenchmark {

    private static final int CALLERS = 64;
    private static final int STEADY_PER_SECOND = 100;
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI graphql;
    private final Duration length;
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1_000);

    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<String> firstFailure = new AtomicReference<>();

    private AcceptBenchmark(String gateway, Duration length) {
        this.graphql = URI.create(gateway + "/graphql");
        this.length = length;
    }

    public static void main(String[] arguments) throws Exception {
        AcceptBenchmark benchmark =
                new AcceptBenchmark(arguments[0], Duration.ofSeconds(Integer.parseInt(arguments[1])));
        System.out.printf("bare disk: %.0f commits/s%n", bareCommitRate(Path.of(arguments[2]), benchmark.length));
        benchmark.atFullSpeed("warm-up");
        benchmark.atFullSpeed(CALLERS + " callers");
        benchmark.steadily();
        System.exit(0);
    }

    /** One thread, one row a transaction, SQLite with a write-ahead log and synchronous=FULL. */
    private static double bareCommitRate(Path directory, Duration length) throws SQLException, IOException {
        Path file = Files.createTempFile(directory, "bare", ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, content TEXT)");
            connection.setAutoCommit(false);
            return commitsPerSecond(connection, length);
        } finally {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        }
    }

    private static double commitsPerSecond(Connection connection, Duration length) throws SQLException {
        long begun = System.nanoTime();
        int commits = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO row (content) VALUES (?)")) {
            while (System.nanoTime() - begun < length.toNanos()) {
                insert.setString(1, "x".repeat(500));
                insert.executeUpdate();
                connection.commit();
                commits++;
            }
        }
        return commits * 1e9 / (System.nanoTime() - begun);
    }

    /** Each caller sends its next form as soon as the last one was accepted. */
    private void atFullSpeed(String title) throws InterruptedException {
        Queue<Long> taken = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.execute(() -> {
                while (System.nanoTime() - begun < length.toNanos()) {
                    accept(System.nanoTime()).ifPresent(taken::add);
                }
            });
        }
        callers.shutdown();
        callers.awaitTermination(length.toSeconds() + 60, TimeUnit.SECONDS);
        print(title, taken, begun);
    }

    /** At a fixed rate, counted from when each form was due, so that a stalled gateway cannot hide it. */
    private void steadily() throws InterruptedException {
        Queue<Long> taken = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newCachedThreadPool();
        long begun = System.nanoTime();
        for (int form = 0; form < STEADY_PER_SECOND * length.toSeconds(); form++) {
            long due = begun + form * TimeUnit.SECONDS.toNanos(1) / STEADY_PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            callers.execute(() -> accept(due).ifPresent(taken::add));
        }
        callers.shutdown();
        callers.awaitTermination(60, TimeUnit.SECONDS);
        print(STEADY_PER_SECOND + " per second", taken, begun);
    }

    /** @return nanoseconds from then until the answer; empty when it was not accepted */
    private Optional<Long> accept(long since) {
        String body = "{\"query\":\"mutation{submitForm(input:{contact:{email:\\\"lead" + numbers.incrementAndGet()
                + "@example.com\\\"},tasks:{title:\\\"Call back\\\"},notes:{body:\\\"Asked for a quote\\\"},"
                + "tags:[\\\"web lead\\\"],wait:\\\"PT0S\\\"}){submission{id}userErrors{message}}}\"}";
        HttpRequest request = HttpRequest.newBuilder(graphql)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            String answer = HTTP.send(request, BodyHandlers.ofString()).body();
            if (answer.contains("\"submission\":{\"id\"")) {
                return Optional.of(System.nanoTime() - since);
            }
            firstFailure.compareAndSet(null, answer);
        } catch (IOException e) {
            firstFailure.compareAndSet(null, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failures.incrementAndGet();
        return Optional.empty();
    }

    private void print(String title, Queue<Long> taken, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Long> sorted = new ArrayList<>(taken);
        sorted.sort(null);
        if (failures.get() > 0) {
            System.out.println(title + ": " + failures.getAndSet(0) + " not accepted, first " + firstFailure.get());
        }
        System.out.printf(
                "%s: %d accepted, %.0f/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                title,
                sorted.size(),
                sorted.size() / seconds,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    private static double quantile(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }
}
