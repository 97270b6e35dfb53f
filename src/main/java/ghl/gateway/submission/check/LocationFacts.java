package ghl.gateway.submission.check;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** What a check has to know of the location. Asked only for what a form needs: each answer may cost an upstream call. */
public interface LocationFacts {

    Location location();

    List<CustomFieldDefinition> customFields();

    /** The location's time zone; UTC when the CRM does not say. */
    default ZoneId timezone() {
        ZoneId timezone = location().timezone();
        return timezone == null ? ZoneOffset.UTC : timezone;
    }
}
