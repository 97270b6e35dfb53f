package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Ids;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;

/** Base of the operations on the tasks, notes and appointments of one contact. */
abstract class SubRecordOperations {

    private final Kind kind;
    private final String noun;
    private final String idSegment;
    private final SandboxState state;
    private final Contacts contacts;
    private final Clock clock;

    /**
     * @param noun name of one record in refusals and, in lower case, in answers
     * @param idSegment path parameter with the record's ID
     */
    SubRecordOperations(Kind kind, String noun, String idSegment, SandboxState state, Contacts contacts, Clock clock) {
        this.kind = kind;
        this.noun = noun;
        this.idSegment = idSegment;
        this.state = state;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Sets the fields of a checked body on a record. */
    void fill(ObjectNode entry, ObjectNode body) {
        entry.setAll(body);
    }

    /** A copy of a record, with the fields that answers show. */
    abstract ObjectNode view(ObjectNode entry);

    /** The records of the contact in the path, newest first. The location's listLagMs delays new ones. */
    SandboxReply list(Admitted request) {
        long lagMs = request.location().listLagMs();
        return SandboxReply.ok(
                key() + "s",
                SandboxJson.nodes(state.of(kind, contactId(request)).stream()
                        .filter(entry -> lagMs == 0 || isOlder(entry, lagMs))
                        .sorted(Comparator.comparing((ObjectNode entry) -> SandboxJson.text(entry, "dateAdded"))
                                .reversed())
                        .map(entry -> shown(entry, request))));
    }

    SandboxReply create(Admitted request, BodyRules rules) {
        String now = SandboxDates.iso(clock.instant());
        ObjectNode entry = SandboxJson.object()
                .put("id", Ids.next())
                .put("contactId", contactId(request))
                .put("locationId", request.location().id())
                .put("dateAdded", now)
                .put("dateUpdated", now);
        return SandboxReply.created(changed(entry, request, rules));
    }

    SandboxReply get(Admitted request) {
        return SandboxReply.ok(key(), shown(require(request), request));
    }

    SandboxReply update(Admitted request, BodyRules rules) {
        return SandboxReply.ok(changed(require(request).deepCopy(), request, rules));
    }

    SandboxReply delete(Admitted request) {
        state.remove(kind, SandboxJson.text(require(request), "id"));
        return SandboxReply.ok(SandboxJson.object().put("succeded", true));
    }

    private ObjectNode changed(ObjectNode entry, Admitted request, BodyRules rules) {
        rules.check(request.body());
        fill(entry, request.body());
        state.put(kind, entry.put("dateUpdated", SandboxDates.iso(clock.instant())));
        return SandboxJson.object().set(key(), shown(entry, request));
    }

    private ObjectNode shown(ObjectNode entry, Admitted request) {
        return Bodies.shown(view(entry), request.location());
    }

    /**
     * Decided here (undocumented): a missing record is answered with 404, or 400 where the location's missingStatus
     * says so.
     */
    private ObjectNode require(Admitted request) {
        String contactId = contactId(request);
        return state.find(kind, request.segment(idSegment))
                .filter(entry -> contactId.equals(SandboxJson.text(entry, "contactId")))
                .orElseThrow(() -> request.location().missingStatus() == 404
                        ? SandboxRefusal.notFound(noun + " not found")
                        : SandboxRefusal.badRequest(noun + " not found"));
    }

    private boolean isOlder(ObjectNode entry, long lagMs) {
        String then = SandboxDates.iso(clock.instant().minusMillis(lagMs));
        return SandboxJson.text(entry, "dateAdded").compareTo(then) <= 0;
    }

    private String contactId(Admitted request) {
        return SandboxJson.text(contacts.require(request.segment("contactId")), "id");
    }

    private String key() {
        return noun.toLowerCase(Locale.ROOT);
    }
}
