package ghl.gateway.highlevel.budget;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Wakes somebody after a while. */
@FunctionalInterface
public interface Alarm {

    /**
     * A timer with a thread of its own: those who wait to be woken may hold every worker of the process. What it rings
     * must be short and never block.
     */
    Alarm SCHEDULED = new Alarm() {
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(action -> {
            Thread thread = new Thread(action, "budget-alarm");
            thread.setDaemon(true);
            return thread;
        });

        @Override
        public void ring(Duration after, Runnable action) {
            timer.schedule(action, after.toMillis(), TimeUnit.MILLISECONDS);
        }
    };

    void ring(Duration after, Runnable action);
}
