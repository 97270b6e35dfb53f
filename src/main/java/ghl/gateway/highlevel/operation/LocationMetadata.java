package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.CustomField;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
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
public class LocationMetadata {

    private final CrmCaller calls;
    private final CrmClients crm;
    private final StaleIfErrorCache<Location> locations;
    private final StaleIfErrorCache<List<CustomFieldDefinition>> customFields;

    public LocationMetadata(CrmCaller calls, CrmClients crm, HighLevelConfig config, Clock clock) {
        this.calls = calls;
        this.crm = crm;
        this.locations = new StaleIfErrorCache<>("location", config.catalogue().ttl(), clock);
        this.customFields =
                new StaleIfErrorCache<>("custom fields", config.catalogue().ttl(), clock);
    }

    public Uni<Location> location(String locationId) {
        return locations.of(
                locationId,
                () -> calls.read(
                        locationId,
                        "get-location",
                        () -> crm.locations().getLocation(locationId),
                        answer -> WireMapper.location(answer.location(), locationId)));
    }

    public Uni<List<CustomFieldDefinition>> customFieldDefinitions(String locationId) {
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
    public boolean knowsLocation(String locationId) {
        return locations.needsNoCall(locationId);
    }

    /** Whether {@link #customFieldDefinitions} makes no call now. */
    public boolean knowsCustomFields(String locationId) {
        return customFields.needsNoCall(locationId);
    }

    /** A contact's values with key and name. A contact without any costs no call; a row that does not say stays null. */
    public Uni<List<CustomField>> customFields(Contact contact) {
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
