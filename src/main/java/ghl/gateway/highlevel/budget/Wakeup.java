package ghl.gateway.highlevel.budget;

import ghl.gateway.highlevel.async.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes somebody after a while. */
@FunctionalInterface
public interface Wakeup {

    /** What it rings must be short and never block. */
    Wakeup SCHEDULED = (after, action) -> Timer.THREAD.schedule(action, after.toMillis(), TimeUnit.MILLISECONDS);

    void ring(Duration after, Runnable action);
}
