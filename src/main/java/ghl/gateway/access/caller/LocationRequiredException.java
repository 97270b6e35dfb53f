package ghl.gateway.access.caller;

/** The caller may reach several locations and the request names none. */
public final class LocationRequiredException extends RuntimeException {

    LocationRequiredException() {
        super("This caller may reach several locations: name one as locationId");
    }
}
