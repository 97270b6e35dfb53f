package ghl.gateway.access.caller;

/** The caller may reach several locations and has named none. */
public final class LocationRequiredException extends RuntimeException {

    LocationRequiredException() {
        super("This caller may reach several locations: say which one in locationId");
    }
}
