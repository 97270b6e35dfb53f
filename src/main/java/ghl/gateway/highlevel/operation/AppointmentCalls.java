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

    private final CrmCaller calls;
    private final CrmClients crm;
    private final LocationMetadata catalogue;

    public AppointmentCalls(CrmCaller calls, CrmClients crm, LocationMetadata catalogue) {
        this.calls = calls;
        this.crm = crm;
        this.catalogue = catalogue;
    }

    /** Asks for the location's time zone only where some time needs it. */
    public Uni<List<Appointment>> all(String locationId, String contactId) {
        return calls.read(
                        locationId,
                        "get-appointments-for-contact",
                        () -> crm.contacts().getAppointmentsForContact(contactId),
                        AppointmentJson.Many::events)
                .chain(events -> zoneFor(events, locationId).map(zone -> events.stream()
                        .map(event -> WireMapper.appointment(event, contactId, zone.orElse(null)))
                        .toList()));
    }

    /** Empty when it is unknown: appointments without instants are better than none. */
    private Uni<Optional<ZoneId>> zoneFor(List<AppointmentJson> events, String locationId) {
        if (events.stream().noneMatch(WireMapper::needsZone)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return catalogue
                .location(locationId)
                .map(Location::timezone)
                .map(Optional::ofNullable)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
