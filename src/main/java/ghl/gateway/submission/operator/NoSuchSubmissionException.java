package ghl.gateway.submission.operator;

/** The journal has no submission with this id. */
public final class NoSuchSubmissionException extends RuntimeException {

    NoSuchSubmissionException() {
        super("There is no such submission");
    }
}
