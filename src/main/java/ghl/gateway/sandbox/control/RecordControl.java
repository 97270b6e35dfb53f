package ghl.gateway.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.contact.ContactView;
import ghl.gateway.sandbox.contact.Contacts;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.RouteTable;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;

/**
 * Stores records past the API's validation: contacts with read-only fields, and appointments, which other products of
 * the vendor write. Searches find them at once.
 */
final class RecordControl {

    private static final Set<String> CONTACT = Set.copyOf(SandboxJson.words("""
            id firstName lastName email phone phoneLabel companyName businessId businessName type source
            assignedTo gender dnd dndSettings inboundDndSettings address1 city state postalCode country website
            timezone dateOfBirth dateAdded dateUpdated tags followers additionalEmails additionalPhones
            attributionSource lastAttributionSource createdBy visitorId validEmail customFields
            """));

    private static final Set<String> APPOINTMENT = Set.copyOf(SandboxJson.words("""
            id contactId calendarId status title assignedUserId notes startTime endTime address groupId
            appointmentStatus users dateAdded dateUpdated assignedResources
            """));

    private final SandboxState state;
    private final Contacts contacts;
    private final LocationControl locations;
    private final Clock clock;

    RecordControl(SandboxState state, Contacts contacts, LocationControl locations, Clock clock) {
        this.state = state;
        this.contacts = contacts;
        this.locations = locations;
        this.clock = clock;
    }

    void addTo(RouteTable<Function<Call, SandboxReply>> routes) {
        routes.add("POST", "/_control/locations/{id}/contacts", this::putContact);
        routes.add("POST", "/_control/locations/{id}/appointments", this::putAppointment);
    }

    private SandboxReply putContact(Call call) {
        ObjectNode contact = contacts.blank(locations.require(call));
        contact.setAll(ControlBody.withOnly(call.body(), CONTACT));
        contacts.putSettled(contact);
        return SandboxReply.created(SandboxJson.object().set("contact", ContactView.of(contact)));
    }

    private SandboxReply putAppointment(Call call) {
        SandboxLocation location = locations.require(call);
        ObjectNode body = ControlBody.withOnly(call.body(), APPOINTMENT);
        ObjectNode contact = contacts.require(ControlBody.required(body, "contactId"));
        if (!location.id().equals(SandboxJson.text(contact, "locationId"))) {
            throw SandboxRefusal.badRequest("The contact is not in location " + location.id());
        }
        ControlBody.required(body, "startTime");
        ObjectNode appointment = SandboxJson.object().put("id", Ids.next()).put("calendarId", "sbxCalendar000000001");
        String now = SandboxDates.iso(clock.instant());
        appointment.put("status", "booked").put("appointmentStatus", "confirmed");
        appointment.put("dateAdded", now).put("dateUpdated", now);
        appointment.setAll(body);
        state.putSettled(Kind.APPOINTMENT, appointment.put("locationId", location.id()));
        return SandboxReply.created(SandboxJson.object().set("event", appointment));
    }
}
