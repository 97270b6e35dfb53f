package ghl.gateway.highlevel;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomField;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changes rarely in a location, remembered for {@code highlevel.catalogue.ttl}: itself and its custom fields. Where
 * they cannot be read again, what was last known of them is used on.
 */
@ApplicationScoped
class Catalogue {

    private final Calls calls;
    private final CrmClients crm;
    private final LastKnown<Location> locations;
    private final LastKnown<List<CustomFieldDefinition>> customFields;

    Catalogue(Calls calls, CrmClients crm, HighLevelConfig config, Clock clock) {
        this.calls = calls;
        this.crm = crm;
        this.locations = new LastKnown<>("location", config.catalogue().ttl(), clock);
        this.customFields = new LastKnown<>("custom fields", config.catalogue().ttl(), clock);
    }

    Uni<Location> location(String locationId) {
        return locations.of(
                locationId,
                () -> calls.read(
                        locationId,
                        "get-location",
                        () -> crm.locations().getLocation(locationId),
                        answer -> WireMapper.location(answer.location(), locationId)));
    }

    Uni<List<CustomFieldDefinition>> customFieldDefinitions(String locationId) {
        return customFields.of(
                locationId,
                () -> calls.read(
                        locationId,
                        "get-custom-fields",
                        () -> crm.locations().getCustomFields(locationId, "contact"),
                        answer -> answer.customFields().stream()
                                .map(WireMapper::customFieldDefinition)
                                .toList()));
    }

    /** Whether {@link #location} makes no call now. */
    boolean knowsLocation(String locationId) {
        return locations.needsNoCall(locationId);
    }

    /** Whether {@link #customFieldDefinitions} makes no call now. */
    boolean knowsCustomFields(String locationId) {
        return customFields.needsNoCall(locationId);
    }

    /** A contact's values with key and name. A contact without any costs no call; a row that does not say stays null. */
    Uni<List<CustomField>> customFields(Contact contact) {
        List<CustomFieldValue> values = contact.customFieldValues();
        if (values == null || values.isEmpty()) {
            return values == null
                    ? Uni.createFrom().nullItem()
                    : Uni.createFrom().item(List.of());
        }
        return customFieldDefinitions(contact.locationId()).map(definitions -> named(values, definitions));
    }

    private static List<CustomField> named(List<CustomFieldValue> values, List<CustomFieldDefinition> definitions) {
        Map<String, CustomFieldDefinition> byId = definitions.stream()
                .collect(Collectors.toMap(CustomFieldDefinition::id, Function.identity(), (one, same) -> one));
        return values.stream()
                .map(value -> {
                    CustomFieldDefinition known = byId.get(value.id());
                    return new CustomField(
                            value.id(),
                            known == null ? null : known.key(),
                            known == null ? null : known.name(),
                            value.texts());
                })
                .toList();
    }
}
