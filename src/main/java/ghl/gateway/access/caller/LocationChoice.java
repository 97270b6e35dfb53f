package ghl.gateway.access.caller;

import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.highlevel.settings.CrmConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Chooses the location that a request is about. The caller's rights decide; an argument only chooses among them. */
@ApplicationScoped
public class LocationChoice {

    private final CrmConnection connection;

    LocationChoice(CrmConnection connection) {
        this.connection = connection;
    }

    /**
     * Without a requested location, returns the gateway's default location if the caller may reach it, else the caller's
     * only location.
     *
     * @param requested ID or name; null when the request names none
     * @throws LocationRequiredException when none is requested and there are several to choose from
     * @throws ForbiddenLocationException when the caller may not reach it, whether or not it exists
     */
    public String of(Caller caller, String requested) {
        LocationScope reach = caller.locations();
        if (requested != null) {
            return requireAllowed(reach, connection.locationId(requested));
        }
        Optional<String> defaultLocation = connection.defaultLocation().filter(reach::contains);
        if (defaultLocation.isPresent()) {
            return defaultLocation.get();
        }
        if (reach.ids().isEmpty() && !reach.all()) {
            throw new ForbiddenLocationException();
        }
        if (reach.ids().size() != 1) {
            throw new LocationRequiredException();
        }
        return reach.ids().iterator().next();
    }

    private static String requireAllowed(LocationScope reach, String locationId) {
        if (!CrmId.isOne(locationId) || !reach.contains(locationId)) {
            throw new ForbiddenLocationException();
        }
        return locationId;
    }
}
