package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.async.CallersContext;
import ghl.gateway.highlevel.async.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Sends a read again that failed on the way or in the CRM: a pause apart that doubles, with full jitter, so that callers
 * who failed together do not come back together. The one owner of such repeats; submissions have their own, for a write must
 * look first what the lost call did. What timed out is not sent again: its caller has waited long enough.
 */
final class ReadRetries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final int most;

    /** @param most 0 for none */
    ReadRetries(int most) {
        this.most = most;
    }

    /** @param attempt waits for its turn each time; fails with what may be tried again, or cannot be sent any more */
    <T> Uni<T> of(Supplier<Uni<T>> attempt) {
        return Uni.createFrom().deferred(() -> after(0, attempt, CallersContext.orElse(Runnable::run)));
    }

    private <T> Uni<T> after(int failures, Supplier<Uni<T>> attempt, Executor home) {
        return attempt.get()
                .onFailure(failure -> failures < most && FailureTranslator.mayPass(failure))
                .recoverWithUni(() -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .onExecutor(Timer.THREAD)
                        .by(pause(failures))
                        .emitOn(home)
                        .chain(() -> after(failures + 1, attempt, home)));
    }

    /** Full jitter: anything up to what doubles each time. */
    private static Duration pause(int failuresBefore) {
        long most = FIRST_PAUSE.toMillis() << Math.min(failuresBefore, 10);
        return Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(most));
    }
}
