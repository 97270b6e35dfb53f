package ghl.gateway.sandbox.contact;

import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.gate.Scopes;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;

/**
 * get-appointments-for-contact: read only. Times are returned as written, without a zone. Source: the vendor's Contacts
 * API.
 */
public final class AppointmentOperations {

    private static final String PATH = "/contacts/{contactId}/appointments";

    private final SubRecords appointments;

    public AppointmentOperations(SandboxState state, Contacts contacts, Clock clock) {
        this.appointments = new SubRecords(Kind.APPOINTMENT, "Appointment", state, contacts, clock);
    }

    public List<Operation> all() {
        return List.of(new Operation("get-appointments-for-contact", "GET", PATH, Scopes.CONTACTS_READ, this::list));
    }

    private SandboxReply list(Admitted request) {
        return SandboxReply.ok(
                SandboxJson.object().set("events", SandboxJson.nodes(appointments.list(request).stream())));
    }
}
