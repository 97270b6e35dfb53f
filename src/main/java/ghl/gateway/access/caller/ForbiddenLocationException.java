package ghl.gateway.access.caller;

/** Not one of the caller's locations; whether there is such a location is not said. */
public final class ForbiddenLocationException extends RuntimeException {

    public ForbiddenLocationException() {
        super("This is none of the caller's locations");
    }
}
