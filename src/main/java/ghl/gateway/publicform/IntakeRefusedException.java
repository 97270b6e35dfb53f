package ghl.gateway.publicform;

/** Refusal of a form. The message goes to the sender and contains nothing of the request. */
public final class IntakeRefusedException extends RuntimeException {

    private final int status;
    private final String code;

    private IntakeRefusedException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static IntakeRefusedException notFound() {
        return new IntakeRefusedException(
                404, "NOT_FOUND", "This address is not valid: the form does not exist, or its link was revoked");
    }

    /** The definition lacks something without which the form cannot be stored. */
    public static IntakeRefusedException withoutLocation() {
        return new IntakeRefusedException(
                503,
                "NOT_ACCEPTED",
                "This form cannot be stored, because no location is known for it: set locationId in its definition, or"
                        + " the gateway's default location, then send it again");
    }

    public static IntakeRefusedException unauthenticated(String message) {
        return new IntakeRefusedException(401, "UNAUTHENTICATED", message);
    }

    public static IntakeRefusedException forbidden(String message) {
        return new IntakeRefusedException(403, "FORBIDDEN", message);
    }

    static IntakeRefusedException tooOften() {
        return new IntakeRefusedException(429, "RATE_LIMITED", "Too many submissions: try again later");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Machine-readable code. */
    public String code() {
        return code;
    }
}
