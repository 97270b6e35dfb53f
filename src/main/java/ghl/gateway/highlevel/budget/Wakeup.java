package ghl.gateway.highlevel.budget;

import ghl.gateway.highlevel.async.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs an action after a delay; tests move a clock instead. The action must be short and must not block. */
@FunctionalInterface
public interface Wakeup {

    Wakeup ON_TIMER = (delay, action) -> Timer.THREAD.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);

    void schedule(Duration delay, Runnable action);
}
