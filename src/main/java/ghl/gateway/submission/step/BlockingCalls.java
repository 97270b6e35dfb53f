package ghl.gateway.submission.step;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The one place where blocking code, on a worker thread, waits for the reactive client. */
public final class BlockingCalls {

    /** Beyond the longest wait for a turn and the longest call: reached only if the client forgets to answer at all. */
    private static final Duration NEVER = Duration.ofMinutes(3);

    private BlockingCalls() {}

    /**
     * Waits for a call that is made for a submission: ahead of reads, past the cache, and never sent after its time.
     *
     * @throws ghl.gateway.highlevel.call.UpstreamException as the client fails
     */
    public static <T> T await(Uni<T> answer, StepContext target) {
        return await(answer, target.terms());
    }

    /** The same before there is a step. */
    public static <T> T await(Uni<T> answer, Context terms) {
        return answer.awaitUsing(terms).atMost(NEVER);
    }
}
