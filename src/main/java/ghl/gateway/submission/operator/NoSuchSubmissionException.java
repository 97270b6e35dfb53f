package ghl.gateway.submission.operator;

/** No submission with this id in the actor's locations. */
public final class NoSuchSubmissionException extends RuntimeException {

    NoSuchSubmissionException() {
        super("Submission not found");
    }
}
