package ghl.gateway.submission.accept;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.receipt.Warning;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is known of a location for one form that came in over an intake. Nobody there could send it again: where nothing is
 * known and the CRM cannot be asked, the location is one in UTC, of no country, without custom fields.
 */
final class LocationFactsOrDefaults implements LocationFacts {

    private static final Warning UNKNOWN = new Warning(
            "LOCATION_UNKNOWN",
            "The CRM could not be asked about the location: times are in UTC, and national phone numbers and custom"
                    + " fields went to the note");

    private final String locationId;
    private final LocationFacts known;
    private Location location;
    private List<CustomFieldDefinition> customFields;
    private boolean isUnknown;

    LocationFactsOrDefaults(String locationId, LocationFacts known) {
        this.locationId = locationId;
        this.known = known;
    }

    @Override
    public Location location() {
        if (location == null) {
            location = orElse(known::location, new Location(locationId, null, null, null, null));
        }
        return location;
    }

    @Override
    public List<CustomFieldDefinition> customFields() {
        if (customFields == null) {
            customFields = orElse(known::customFields, List.of());
        }
        return customFields;
    }

    /** What had to be assumed, as far as it was asked for. */
    List<Warning> warnings() {
        return isUnknown ? List.of(UNKNOWN) : List.of();
    }

    private <T> T orElse(Supplier<T> asked, T assumed) {
        try {
            return asked.get();
        } catch (UpstreamException noAnswer) {
            isUnknown = true;
            return assumed;
        }
    }
}
