package ghl.gateway.submission.accept;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.receipt.Warning;
import java.util.List;
import java.util.function.Supplier;

/**
 * The facts of a location for one form from an intake, which cannot be sent again. If nothing is known and the CRM does not
 * answer, defaults apply: UTC, no country, no custom fields.
 */
final class LocationFactsOrDefaults implements LocationFacts {

    private static final Warning UNKNOWN = new Warning(
            "LOCATION_UNKNOWN",
            "The location could not be read from the CRM. Times are in UTC; national phone numbers and custom fields are in the"
                    + " note");

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

    @Override
    public List<Warning> warnings() {
        return isUnknown ? List.of(UNKNOWN) : List.of();
    }

    private <T> T orElse(Supplier<T> fact, T otherwise) {
        try {
            return fact.get();
        } catch (UpstreamException noAnswer) {
            isUnknown = true;
            return otherwise;
        }
    }
}
