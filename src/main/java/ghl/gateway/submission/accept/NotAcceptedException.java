package ghl.gateway.submission.accept;

/** A submission could not be stored, so it was not accepted: the caller must send it again. */
public final class NotAcceptedException extends RuntimeException {

    private NotAcceptedException(String message, Throwable cause) {
        super(message, cause);
    }

    public static NotAcceptedException because(Throwable cause) {
        return new NotAcceptedException(
                "The submission was not accepted because it could not be stored. Send it again (" + cause.getMessage()
                        + ")",
                cause);
    }

    /** The connection to the database broke during the commit. */
    static NotAcceptedException inDoubt(Throwable cause) {
        return new NotAcceptedException(
                "The submission may or may not have been stored. Send it again: with an idempotencyKey it is one submission"
                        + " either way (" + cause.getMessage() + ")",
                cause);
    }
}
