package ghl.gateway.access.caller;

import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.LocationScope;
import ghl.gateway.highlevel.settings.CrmConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The one place where it is decided which location a request is about: its caller's rights say, an argument only chooses.
 */
@ApplicationScoped
public class LocationChoice {

    private final CrmConnection connection;

    LocationChoice(CrmConnection connection) {
        this.connection = connection;
    }

    /**
     * Without an argument: the caller's only location, or the gateway's own where the caller may reach all, or several
     * and that one among them.
     *
     * @param asked id or name; null when the request names none
     * @throws LocationRequiredException when there are several to choose from
     * @throws ForbiddenLocationException when it is none of the caller's, whether it exists or not
     */
    public String of(Caller caller, String asked) {
        LocationScope within = caller.locations();
        if (asked != null) {
            return allowed(within, connection.locationId(asked));
        }
        Optional<String> own = connection.defaultLocation().filter(within::contains);
        if (own.isPresent()) {
            return own.get();
        }
        if (within.ids().isEmpty() && !within.all()) {
            throw new ForbiddenLocationException();
        }
        if (within.ids().size() != 1) {
            throw new LocationRequiredException();
        }
        return within.ids().iterator().next();
    }

    private static String allowed(LocationScope within, String asked) {
        if (!CrmId.isOne(asked) || !within.contains(asked)) {
            throw new ForbiddenLocationException();
        }
        return asked;
    }
}
