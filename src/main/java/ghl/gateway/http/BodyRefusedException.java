package ghl.gateway.http;

import ghl.gateway.problem.Problem;
import java.time.Duration;

/** A request body that was not received. Nothing of it is kept. */
public final class BodyRefusedException extends RuntimeException {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final transient Problem problem;

    private BodyRefusedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** @param maxReceived more than what is kept when contents of files are not */
    static BodyRefusedException tooLarge(int maxKept, int maxReceived) {
        String withFiles = maxReceived > maxKept ? " without uploaded files, and " + maxReceived + " with them" : "";
        return new BodyRefusedException(
                Problem.of(413, "BAD_REQUEST", "The request body must have at most " + maxKept + " bytes" + withFiles));
    }

    static BodyRefusedException incomplete() {
        return new BodyRefusedException(
                Problem.of(400, "BAD_REQUEST", "The request ended before its body was complete"));
    }

    static BodyRefusedException overloaded() {
        return new BodyRefusedException(
                Problem.of(503, "OVERLOADED", "The gateway is receiving too many large requests: send it again later")
                        .retryAfter(RETRY));
    }

    public Problem problem() {
        return problem;
    }
}
