package ghl.gateway.time;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Repeats jobs on the worker threads of the process until it stops. Not Quarkus' {@code @Scheduled}, whose jobs stand still after
 * the machine's clock was set back, until it has caught up.
 */
@ApplicationScoped
public class PeriodicJobs {

    private static final Logger LOG = Logger.getLogger(PeriodicJobs.class);

    private final ScheduledExecutorService workers;
    private final Queue<Future<?>> jobs = new ConcurrentLinkedQueue<>();

    PeriodicJobs(ScheduledExecutorService workers) {
        this.workers = workers;
    }

    /**
     * Runs a job again and again, one run at a time. A failure ends only that run.
     *
     * @param delay until the first run
     * @param pause between the end of a run and the start of the next
     * @param job may block
     */
    public void start(Duration delay, Duration pause, Runnable job) {
        jobs.add(
                workers.scheduleWithFixedDelay(() -> run(job), delay.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Whatever escaped would end the repetition. */
    private static void run(Runnable job) {
        try {
            job.run();
        } catch (Throwable e) {
            LOG.error("A periodic job failed, it is tried again", e);
        }
    }

    void stop(@Observes ShutdownEvent end) {
        jobs.forEach(job -> job.cancel(false));
    }
}
