package ghl.gateway.highlevel.async;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A timer on its own thread: all workers of the process may be waiting for it. */
public final class Timer {

    /** Its tasks must be short and must not block. */
    public static final ScheduledExecutorService THREAD = thread();

    private Timer() {}

    private static ScheduledExecutorService thread() {
        var timer = new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("highlevel-timer", true));
        timer.setRemoveOnCancelPolicy(true); // nearly every timeout is cancelled
        return timer;
    }
}
