package ghl.gateway.highlevel.budget;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes somebody after a while. */
@FunctionalInterface
public interface Alarm {

    /** The process's own timer. */
    Alarm SCHEDULED = (after, action) ->
            Infrastructure.getDefaultWorkerPool().schedule(action, after.toMillis(), TimeUnit.MILLISECONDS);

    void ring(Duration after, Runnable action);
}
