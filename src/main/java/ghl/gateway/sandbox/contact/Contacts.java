package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxLocations;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;

/** Reads and writes contact records. */
public final class Contacts {

    private final SandboxState state;
    private final SandboxLocations locations;
    private final Clock clock;

    public Contacts(SandboxState state, Clock clock) {
        this.state = state;
        this.locations = new SandboxLocations(state);
        this.clock = clock;
    }

    /** A missing contact is answered with 400 and one of two texts. Reported. */
    public ObjectNode require(String id) {
        return state.find(Kind.CONTACT, id)
                .orElseThrow(() -> SandboxRefusal.badRequest(
                        Ids.isWellFormed(id)
                                ? "Contact not found for id:" + id
                                : "Contact with id " + id + " not found"));
    }

    List<ObjectNode> in(SandboxLocation location) {
        return state.of(Kind.CONTACT, location.id());
    }

    /** A new, empty contact of a location, not stored yet. */
    public ObjectNode blank(SandboxLocation location) {
        String now = SandboxDates.iso(clock.instant());
        ObjectNode contact = SandboxJson.object().put("id", Ids.next()).put("locationId", location.id());
        contact.put("type", "lead").put("dnd", false).put("dateAdded", now).put("dateUpdated", now);
        contact.putArray("tags");
        contact.putArray("customFields");
        return contact;
    }

    /** Stores a new version, dated now, and adds its tags to the location. */
    void put(ObjectNode contact) {
        contact.put("dateUpdated", SandboxDates.iso(clock.instant()));
        state.put(Kind.CONTACT, contact);
        locations.addTags(SandboxJson.text(contact, "locationId"), Tags.normalized(contact.path("tags")));
    }

    /** Stores a contact as if it had always existed. */
    public void putSettled(ObjectNode contact) {
        state.putSettled(Kind.CONTACT, contact);
        locations.addTags(SandboxJson.text(contact, "locationId"), Tags.normalized(contact.path("tags")));
    }

    void remove(String id) {
        locations.removeContact(id);
    }
}
