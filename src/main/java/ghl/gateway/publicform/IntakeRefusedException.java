package ghl.gateway.publicform;

/** A form is not taken. The message is for whoever sent it, and holds nothing of what was sent. */
public final class IntakeRefusedException extends RuntimeException {

    private final int status;
    private final String code;

    private IntakeRefusedException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static IntakeRefusedException notFound() {
        return new IntakeRefusedException(404, "NOT_FOUND", "There is no such form");
    }

    public static IntakeRefusedException unauthenticated(String message) {
        return new IntakeRefusedException(401, "UNAUTHENTICATED", message);
    }

    public static IntakeRefusedException forbidden(String message) {
        return new IntakeRefusedException(403, "FORBIDDEN", message);
    }

    static IntakeRefusedException tooOften() {
        return new IntakeRefusedException(429, "RATE_LIMITED", "Too many forms from here: try again in a minute");
    }

    /** The HTTP status that says it. */
    public int status() {
        return status;
    }

    /** As {@code extensions.code} has it. */
    public String code() {
        return code;
    }
}
