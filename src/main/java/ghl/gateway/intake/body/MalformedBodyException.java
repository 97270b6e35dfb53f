package ghl.gateway.intake.body;

/** A request body that cannot be parsed. The message is sent to the client and contains nothing of the body. */
public final class MalformedBodyException extends RuntimeException {

    private final int status;

    private MalformedBodyException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static MalformedBodyException malformed(String message) {
        return new MalformedBodyException(400, message);
    }

    static MalformedBodyException tooLarge(String message) {
        return new MalformedBodyException(413, message);
    }

    static MalformedBodyException unsupported(String message) {
        return new MalformedBodyException(415, message);
    }

    public int status() {
        return status;
    }
}
