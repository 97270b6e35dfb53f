package ghl.gateway.submission.operator;

/** An action is not possible in the submission's state. The message says why. */
public final class NotPossibleException extends RuntimeException {

    public NotPossibleException(String message) {
        super(message);
    }
}
