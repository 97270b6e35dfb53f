package ghl.gateway.sandbox.http;

import java.util.Optional;

/**
 * How an answer leaves: at once or later, whole or not.
 *
 * @param delayMs waited before the answer (or the closed socket) goes out
 * @param late work that is done only after the answer has gone
 */
public record SandboxDelivery(SandboxReply reply, long delayMs, Ending ending, Optional<Late> late) {

    public enum Ending {
        WHOLE,
        /** Half of the body, then the socket closes. */
        HALF,
        /** Status 200 and something that is no JSON. */
        GARBLED,
        /** No answer: the socket closes. */
        NONE
    }

    public record Late(long afterMs, Runnable work) {}

    public static SandboxDelivery whole(SandboxReply reply) {
        return new SandboxDelivery(reply, 0, Ending.WHOLE, Optional.empty());
    }
}
