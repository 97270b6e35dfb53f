package ghl.gateway.access.caller;

/** The location is out of the caller's reach. The message does not disclose whether it exists. */
public final class ForbiddenLocationException extends RuntimeException {

    public ForbiddenLocationException() {
        super("The caller has no access to this location");
    }
}
