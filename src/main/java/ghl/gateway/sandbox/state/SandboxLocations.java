package ghl.gateway.sandbox.state;

import java.util.Collection;
import java.util.Optional;

/** The locations among the records. */
public final class SandboxLocations {

    private final SandboxState state;

    public SandboxLocations(SandboxState state) {
        this.state = state;
    }

    public Optional<SandboxLocation> find(String id) {
        return state.find(Kind.LOCATION, id).map(SandboxLocation::from);
    }

    public void put(SandboxLocation location) {
        state.put(Kind.LOCATION, location.toJson());
    }

    /** Adds new tag names to the location's list; writes nothing when all are known. */
    public void learnTags(String locationId, Collection<String> names) {
        find(locationId).ifPresent(known -> {
            SandboxLocation knowing = known.knowing(names);
            if (!knowing.equals(known)) {
                put(knowing);
            }
        });
    }

    /** Removes what a location holds, and lets searches forget it; the location and its settings stay. */
    public void empty(String locationId) {
        state.of(Kind.CONTACT, locationId)
                .forEach(contact -> removeContact(contact.get("id").textValue()));
        state.forgetSearches(locationId);
    }

    /** Removes a contact and everything that hangs on it. Undocumented whether the vendor cascades; decided here: yes. */
    public void removeContact(String contactId) {
        for (Kind kind : new Kind[] {Kind.TASK, Kind.NOTE, Kind.APPOINTMENT}) {
            state.of(kind, contactId)
                    .forEach(part -> state.remove(kind, part.get("id").textValue()));
        }
        state.remove(Kind.CONTACT, contactId);
    }
}
