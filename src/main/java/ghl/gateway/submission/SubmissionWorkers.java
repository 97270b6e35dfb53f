package ghl.gateway.submission;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for accepting submissions, which blocks on the database and, if a location is not known yet, on the CRM. Quarkus'
 * worker pool stays free for other work.
 */
@ApplicationScoped
public class SubmissionWorkers implements Executor {

    private static final int THREADS = 64;

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "submission-" + started.incrementAndGet()));

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
