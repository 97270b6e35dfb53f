package ghl.gateway.highlevel.async;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A timer with a thread of its own: those who wait to be woken may hold every worker of the process. */
public final class Timer {

    /** What runs here must be short and never block. */
    public static final ScheduledExecutorService THREAD = thread();

    private Timer() {}

    private static ScheduledExecutorService thread() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, action -> {
            Thread thread = new Thread(action, "highlevel-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true); // nearly every time limit ends before its time
        return timer;
    }
}
