package ghl.gateway.intake.body;

/** A body cannot be read. The message is for whoever sent it, and holds nothing of the body. */
public final class MalformedBodyException extends RuntimeException {

    private final int status;

    private MalformedBodyException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static MalformedBodyException broken(String message) {
        return new MalformedBodyException(400, message);
    }

    /** Its kind is not taken. */
    public static MalformedBodyException unsupported(String message) {
        return new MalformedBodyException(415, message);
    }

    public static MalformedBodyException tooLarge(int most) {
        return new MalformedBodyException(413, "The body is larger than " + most + " bytes");
    }

    /** The HTTP status that says it. */
    public int status() {
        return status;
    }
}
