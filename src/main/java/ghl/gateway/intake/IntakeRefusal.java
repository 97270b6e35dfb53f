package ghl.gateway.intake;

/** A form is not taken. The message is for whoever sent it, and holds nothing of what was sent. */
public final class IntakeRefusal extends RuntimeException {

    private final int status;
    private final String code;

    private IntakeRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static IntakeRefusal notFound() {
        return new IntakeRefusal(404, "NOT_FOUND", "There is no such form");
    }

    static IntakeRefusal unauthenticated(String message) {
        return new IntakeRefusal(401, "UNAUTHENTICATED", message);
    }

    public static IntakeRefusal forbidden(String message) {
        return new IntakeRefusal(403, "FORBIDDEN", message);
    }

    static IntakeRefusal tooOften() {
        return new IntakeRefusal(429, "RATE_LIMITED", "Too many forms from here: try again in a minute");
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
