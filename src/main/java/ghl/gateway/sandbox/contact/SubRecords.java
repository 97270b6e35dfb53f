package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** The tasks, notes or appointments of one contact. */
final class SubRecords {

    private final Kind kind;
    private final String noun;
    private final SandboxState state;
    private final Contacts contacts;
    private final Clock clock;

    SubRecords(Kind kind, String noun, SandboxState state, Contacts contacts, Clock clock) {
        this.kind = kind;
        this.noun = noun;
        this.state = state;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** The records of the contact in the path, newest first. The location's listLagMs delays new ones. */
    List<ObjectNode> list(Admitted request) {
        String contactId = contactId(request);
        long lagMs = request.location().listLagMs();
        return state.of(kind, contactId).stream()
                .filter(entry -> lagMs == 0 || isOlder(entry, lagMs))
                .sorted(Comparator.comparing((ObjectNode entry) -> SandboxJson.text(entry, "dateAdded"))
                        .reversed())
                .toList();
    }

    /**
     * Decided here (undocumented): a missing record is answered with 404, or 400 where the location's missingStatus
     * says so.
     */
    ObjectNode require(Admitted request, String idSegment) {
        String contactId = contactId(request);
        return state.find(kind, request.segment(idSegment))
                .filter(entry -> contactId.equals(SandboxJson.text(entry, "contactId")))
                .orElseThrow(() -> missing(request));
    }

    /** A new record of the contact in the path, not stored yet. */
    ObjectNode blank(Admitted request) {
        ObjectNode entry = SandboxJson.object().put("id", Ids.next()).put("contactId", contactId(request));
        String now = SandboxDates.iso(clock.instant());
        return entry.put("locationId", request.location().id())
                .put("dateAdded", now)
                .put("dateUpdated", now);
    }

    void put(ObjectNode entry) {
        state.put(kind, entry.put("dateUpdated", SandboxDates.iso(clock.instant())));
    }

    void remove(Admitted request, String idSegment) {
        state.remove(kind, require(request, idSegment).get("id").textValue());
    }

    private boolean isOlder(ObjectNode entry, long lagMs) {
        String then = SandboxDates.iso(clock.instant().minusMillis(lagMs));
        return SandboxJson.text(entry, "dateAdded").compareTo(then) <= 0;
    }

    private String contactId(Admitted request) {
        return SandboxJson.text(contacts.require(request.segment("contactId")), "id");
    }

    private SandboxRefusal missing(Admitted request) {
        String sentence = noun + " not found";
        return request.location().missingStatus() == 404
                ? SandboxRefusal.notFound(sentence)
                : SandboxRefusal.badRequest(sentence);
    }
}
