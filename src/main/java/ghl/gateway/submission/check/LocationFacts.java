package ghl.gateway.submission.check;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.submission.receipt.Warning;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Facts of a location that checks need. Each access may cost a call to the CRM, so checks read only what a form needs. */
public interface LocationFacts {

    Location location();

    List<CustomFieldDefinition> customFields();

    /** Warnings about facts that were assumed so far, because the CRM did not answer. */
    default List<Warning> warnings() {
        return List.of();
    }

    /** The location's time zone; UTC if it has none. */
    default ZoneId timezone() {
        ZoneId timezone = location().timezone();
        return timezone == null ? ZoneOffset.UTC : timezone;
    }
}
