package ghl.gateway.highlevel.call;

/** A location has no token. The message says why and may be shown to callers. */
public final class NoTokenException extends RuntimeException {

    private final boolean temporary;

    private NoTokenException(String message, boolean temporary) {
        super(message, null, false, false);
        this.temporary = temporary;
    }

    /** An operator must act. */
    public static NoTokenException untilConnected(String locationId) {
        return new NoTokenException(
                "the gateway has no valid token for location " + locationId + ": an operator must connect it", false);
    }

    /** The CRM did not issue a token this time. */
    public static NoTokenException forNow(String locationId) {
        return new NoTokenException("the CRM did not issue a token for location " + locationId, true);
    }

    /** Whether a token may become available without an operator. */
    public boolean isTemporary() {
        return temporary;
    }
}
