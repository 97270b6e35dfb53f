package ghl.gateway.time;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.LoggedLines;
import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeriodicJobsTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(4);
    private final PeriodicJobs jobs = new PeriodicJobs(workers);

    @RegisterExtension
    final LoggedLines lines = new LoggedLines(PeriodicJobs.class);

    @AfterEach
    void close() {
        workers.shutdownNow();
    }

    @Test
    void failed_run_is_logged_and_followed_by_the_next() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);

        jobs.start(Duration.ZERO, PAUSE, () -> {
            runs.countDown();
            throw new StackOverflowError();
        });

        assertThat(runs.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(lines.records()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void runs_of_a_job_do_not_overlap() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(20);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();

        jobs.start(Duration.ZERO, PAUSE, () -> {
            overlaps.addAndGet(running.getAndIncrement());
            Thread.yield();
            running.decrementAndGet();
            runs.countDown();
        });

        assertThat(runs.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void stopped_job_runs_no_more() {
        jobs.start(Duration.ofHours(1), PAUSE, () -> {});

        jobs.stop(null);

        workers.purge();
        assertThat(workers.getQueue()).isEmpty();
    }
}
