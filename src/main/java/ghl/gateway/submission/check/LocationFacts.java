package ghl.gateway.submission.check;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Facts of a location that checks need. Each access may cost a call to the CRM, so checks read only what a form needs. */
public interface LocationFacts {

    Location location();

    List<CustomFieldDefinition> customFields();

    /** The location's time zone; UTC if it has none. */
    default ZoneId timezone() {
        ZoneId timezone = location().timezone();
        return timezone == null ? ZoneOffset.UTC : timezone;
    }
}
