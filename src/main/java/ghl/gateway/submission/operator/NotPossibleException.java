package ghl.gateway.submission.operator;

/** What an operator wants cannot be done as things stand; the message is a sentence that says why. */
public final class NotPossibleException extends RuntimeException {

    NotPossibleException(String message) {
        super(message);
    }
}
