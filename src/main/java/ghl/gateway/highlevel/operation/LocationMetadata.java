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
import ghl.gateway.time.Steady;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The location itself and the definitions of its custom fields, cached for {@code HIGHLEVEL_CATALOGUE_TTL}. While they
 * cannot be read again, the last known values are used.
 */
@ApplicationScoped
public class LocationMetadata {

    private final CrmCaller caller;
    private final CrmClients crm;
    private final StaleIfErrorCache<Location> locations;
    private final StaleIfErrorCache<List<CustomFieldDefinition>> customFields;

    public LocationMetadata(CrmCaller caller, CrmClients crm, HighLevelConfig config, @Steady Clock steadyClock) {
        this.caller = caller;
        this.crm = crm;
        this.locations = new StaleIfErrorCache<>("location", config.catalogue().ttl(), steadyClock);
        this.customFields =
                new StaleIfErrorCache<>("custom fields", config.catalogue().ttl(), steadyClock);
    }

    public Uni<Location> location(String locationId) {
        return locations.get(
                locationId,
                () -> caller.read(
                        locationId,
                        "get-location",
                        token -> crm.locations().getLocation(token, locationId),
                        answer -> WireMapper.location(answer.location(), locationId)));
    }

    public Uni<List<CustomFieldDefinition>> customFieldDefinitions(String locationId) {
        return customFields.get(
                locationId,
                () -> caller.read(
                        locationId,
                        "get-custom-fields",
                        token -> crm.locations().getCustomFields(token, locationId, "contact"),
                        answer -> answer.customFields().stream()
                                .map(WireMapper::customFieldDefinition)
                                .toList()));
    }

    public boolean locationNeedsNoCall(String locationId) {
        return locations.needsNoCall(locationId);
    }

    public boolean customFieldsNeedNoCall(String locationId) {
        return customFields.needsNoCall(locationId);
    }

    /**
     * A contact's values with key and name; null when the contact's row lacks them. No call for a contact without
     * values.
     */
    public Uni<List<CustomField>> customFields(Contact contact) {
        List<CustomFieldValue> values = contact.customFieldValues();
        if (values == null || values.isEmpty()) {
            return values == null
                    ? Uni.createFrom().nullItem()
                    : Uni.createFrom().item(List.of());
        }
        return customFieldDefinitions(contact.locationId()).map(definitions -> withNames(values, definitions));
    }

    private static List<CustomField> withNames(List<CustomFieldValue> values, List<CustomFieldDefinition> definitions) {
        Map<String, CustomFieldDefinition> byId = definitions.stream()
                .collect(Collectors.toMap(CustomFieldDefinition::id, Function.identity(), (first, duplicate) -> first));
        return values.stream()
                .map(value -> {
                    CustomFieldDefinition definition = byId.get(value.id());
                    return new CustomField(
                            value.id(),
                            definition == null ? null : definition.key(),
                            definition == null ? null : definition.name(),
                            value.texts());
                })
                .toList();
    }
}
