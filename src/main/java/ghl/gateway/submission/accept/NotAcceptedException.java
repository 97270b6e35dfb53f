package ghl.gateway.submission.accept;

/** A form could not be kept, so it was not accepted: whoever sent it must send it again. */
public final class NotAcceptedException extends RuntimeException {

    private NotAcceptedException(String message, Throwable cause) {
        super(message, cause);
    }

    public static NotAcceptedException because(Throwable cause) {
        return new NotAcceptedException(
                "The submission was not accepted, for it cannot be kept: " + cause.getMessage(), cause);
    }

    /** The database was lost in the middle of it and does not answer. */
    static NotAcceptedException perhaps(Throwable cause) {
        return new NotAcceptedException(
                "It is not known whether the submission was kept: send it again, and with an idempotencyKey it is one"
                        + " submission either way (" + cause.getMessage() + ")",
                cause);
    }
}
