package ghl.gateway.submission;

/** A form could not be kept, so it was not accepted: whoever sent it must send it again. */
public final class NotAcceptedException extends RuntimeException {

    NotAcceptedException(Throwable cause) {
        super("The submission was not accepted, for it cannot be kept: " + cause.getMessage(), cause);
    }
}
