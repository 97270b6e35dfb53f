package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.async.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats a read after a network error or an HTTP 5xx, with exponential backoff and full jitter. Writes are retried by
 * their submission, which first checks whether the lost call was carried out.
 */
record ReadRetries(int maxRetries) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** @param attempt acquires a permit each time */
    <T> Uni<T> withRetries(Supplier<Uni<T>> attempt) {
        return Uni.createFrom().deferred(() -> attempt(0, attempt, CallersContext.orElse(Runnable::run)));
    }

    private <T> Uni<T> attempt(int failures, Supplier<Uni<T>> attempt, Executor caller) {
        return attempt.get()
                .onFailure(failure -> failures < maxRetries && FailureTranslator.isWorthRetrying(failure))
                .recoverWithUni(() -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .onExecutor(Timer.THREAD)
                        .by(pause(failures))
                        .emitOn(caller)
                        .chain(() -> attempt(failures + 1, attempt, caller)));
    }

    private static Duration pause(int failures) {
        long longest = FIRST_PAUSE.toMillis() << Math.min(failures, 10);
        return Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(longest));
    }
}
