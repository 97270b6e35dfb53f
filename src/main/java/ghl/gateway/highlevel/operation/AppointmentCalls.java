package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Appointment;
import ghl.gateway.contact.Location;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.AppointmentJson;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The appointments of one contact. */
@ApplicationScoped
public class AppointmentCalls {

    private final CrmCaller caller;
    private final CrmClients crm;
    private final LocationMetadata metadata;

    public AppointmentCalls(CrmCaller caller, CrmClients crm, LocationMetadata metadata) {
        this.caller = caller;
        this.crm = crm;
        this.metadata = metadata;
    }

    /** Reads the location's time zone only when an appointment needs it. */
    public Uni<List<Appointment>> list(String locationId, String contactId) {
        return caller.read(
                        locationId,
                        "get-appointments-for-contact",
                        token -> crm.contacts().getAppointmentsForContact(token, contactId),
                        AppointmentJson.Many::events)
                .chain(events -> zoneFor(events, locationId).map(zone -> events.stream()
                        .map(event -> WireMapper.appointment(event, contactId, zone.orElse(null)))
                        .toList()));
    }

    /** Empty when unknown: appointments without instants are better than an error. */
    private Uni<Optional<ZoneId>> zoneFor(List<AppointmentJson> events, String locationId) {
        if (events.stream().noneMatch(WireMapper::needsZone)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return metadata.location(locationId)
                .map(Location::timezone)
                .map(Optional::ofNullable)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
