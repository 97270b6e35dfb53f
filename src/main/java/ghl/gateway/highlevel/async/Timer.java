package ghl.gateway.highlevel.async;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A timer on its own thread: all workers of the process may be waiting for it. */
public final class Timer {

    /** Its tasks must be short and must not block. */
    public static final ScheduledExecutorService THREAD = thread();

    private Timer() {}

    private static ScheduledExecutorService thread() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, action -> {
            Thread thread = new Thread(action, "highlevel-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true); // nearly every timeout is cancelled
        return timer;
    }
}
