package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_READ;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;

/**
 * get-appointments-for-contact: read only. Times are returned as written, without a zone. Source: the vendor's Contacts
 * API.
 */
public final class AppointmentOperations extends SubRecordOperations {

    public AppointmentOperations(SandboxState state, Contacts contacts, Clock clock) {
        super(Kind.APPOINTMENT, "Event", "id", state, contacts, clock);
    }

    public List<Operation> all() {
        return List.of(new Operation(
                "get-appointments-for-contact",
                "GET",
                "/contacts/{contactId}/appointments",
                CONTACTS_READ,
                this::list));
    }

    @Override
    ObjectNode view(ObjectNode appointment) {
        return appointment;
    }
}
