package ghl.gateway.sandbox.state;

import java.util.Collection;
import java.util.Optional;

/** Reads and writes location records. */
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

    /** Adds new tags to the location. Writes nothing when all are known. */
    public void addTags(String locationId, Collection<String> names) {
        find(locationId).ifPresent(location -> {
            SandboxLocation updated = location.addingTags(names);
            if (!updated.equals(location)) {
                put(updated);
            }
        });
    }

    /** Removes a location's records, also from searches. The location and its settings stay. */
    public void empty(String locationId) {
        state.of(Kind.CONTACT, locationId)
                .forEach(contact -> removeContact(contact.get("id").textValue()));
        state.forgetSearches(locationId);
    }

    /** Removes a contact with its tasks, notes and appointments. Undocumented; decided here. */
    public void removeContact(String contactId) {
        for (Kind kind : new Kind[] {Kind.TASK, Kind.NOTE, Kind.APPOINTMENT}) {
            state.of(kind, contactId)
                    .forEach(part -> state.remove(kind, part.get("id").textValue()));
        }
        state.remove(Kind.CONTACT, contactId);
    }
}
