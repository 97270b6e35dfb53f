package ghl.gateway.highlevel.call;

/** There is no token for a location. The message says why, and may be shown. */
public final class NoTokenException extends RuntimeException {

    private final boolean passing;

    private NoTokenException(String message, boolean passing) {
        super(message, null, false, false);
        this.passing = passing;
    }

    /** An operator must act. */
    public static NoTokenException untilConnected(String locationId) {
        return new NoTokenException(
                "the gateway has no valid token for location " + locationId + ": an operator must connect it", false);
    }

    /** The CRM gave none just now. */
    public static NoTokenException forNow(String locationId) {
        return new NoTokenException("the CRM gave no token for location " + locationId, true);
    }

    /** Whether there may be one later without anybody doing anything. */
    public boolean isPassing() {
        return passing;
    }
}
