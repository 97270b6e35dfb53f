package ghl.gateway.submission;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for accepting submissions, which blocks on the database and, if a location is not known yet, on the CRM. Quarkus'
 * worker pool stays free for other work.
 */
@ApplicationScoped
public class SubmissionWorkers {

    private static final int THREADS = 64;

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "submission-" + started.incrementAndGet()));

    /** Runs blocking work on one of the threads, once per subscription. */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
