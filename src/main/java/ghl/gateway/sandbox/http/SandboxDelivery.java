package ghl.gateway.sandbox.http;

import java.util.Optional;

/**
 * An answer and how it is sent: at once or delayed, whole or broken.
 *
 * @param delayMs delay before the answer is sent or the connection closed
 * @param late work to do after the answer
 */
public record SandboxDelivery(SandboxReply reply, long delayMs, Ending ending, Optional<Late> late) {

    public enum Ending {
        WHOLE,
        /** Half of the body, then the connection closes. */
        HALF,
        /** Status 200 with invalid JSON. */
        GARBLED,
        /** No answer: the connection closes. */
        NONE
    }

    public record Late(long afterMs, Runnable work) {}

    public static SandboxDelivery whole(SandboxReply reply) {
        return new SandboxDelivery(reply, 0, Ending.WHOLE, Optional.empty());
    }
}
