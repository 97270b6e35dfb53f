package ghl.gateway.submission.step;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The one place where blocking code, on a worker thread, waits for the reactive client. */
public final class BlockingCalls {

    /** Longer than any wait for a permit plus the longest call: reached only if the client never answers. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private BlockingCalls() {}

    /** Waits for a call of a step. */
    public static <T> T await(Uni<T> call, StepContext context) {
        return await(call, context.deadline());
    }

    /**
     * Waits for a call made for a submission. It takes precedence over reads, bypasses the caches except that of
     * location metadata, and is never sent after its deadline.
     *
     * @throws ghl.gateway.highlevel.call.UpstreamException if the call fails
     */
    public static <T> T await(Uni<T> call, Context deadline) {
        return call.awaitUsing(deadline).atMost(LIMIT);
    }
}
