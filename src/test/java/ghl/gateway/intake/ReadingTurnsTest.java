package ghl.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import ghl.gateway.intake.body.RequestBody;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large bodies wait for each other, small ones for none. */
class ReadingTurnsTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final ReadingTurns turns = new ReadingTurns();

    @Test
    void few_large_bodies_are_read_at_once() throws InterruptedException {
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(CORES * 4);
        IntStream.range(0, CORES * 50)
                .forEach(number -> workers.execute(() -> turns.read(body(100_000), () -> {
                    most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                    Thread.yield();
                    return reading.decrementAndGet();
                })));
        workers.shutdown();

        assertThat(workers.awaitTermination(Patience.MILLISECONDS, TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(most.get()).isBetween(1, CORES);
    }

    @Test
    void small_body_does_not_wait_for_large_ones() throws InterruptedException {
        CountDownLatch isRead = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(CORES);
        ExecutorService workers = Executors.newFixedThreadPool(CORES);
        IntStream.range(0, CORES)
                .forEach(number -> workers.execute(() -> turns.read(body(100_000), () -> {
                    started.countDown();
                    return await(isRead);
                })));
        assertThat(await(started)).isTrue();

        assertThat(turns.read(body(100), () -> "read")).isEqualTo("read");

        isRead.countDown();
        workers.shutdown();
        assertThat(workers.awaitTermination(Patience.MILLISECONDS, TimeUnit.MILLISECONDS))
                .isTrue();
    }

    private static RequestBody body(int length) {
        return new RequestBody(new byte[length], "text/plain", Map.of());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(Patience.MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
