package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.gate.Scopes;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;

/** The notes of a contact. Source: the vendor's Contacts API. Decided here: no limit of length. */
public final class NoteOperations {

    private static final BodyRules OPTIONAL = BodyRules.of(
            optional("body", Checks.NOT_EMPTY, Checks.STRING),
            optional("userId", Checks.STRING),
            optional("title", Checks.STRING),
            optional("color", Checks.STRING),
            optional("pinned", Checks.BOOLEAN));

    private static final BodyRules CREATE = OPTIONAL.and(required("body", Checks.NOT_EMPTY, Checks.STRING));

    private static final String LIST = "/contacts/{contactId}/notes";
    private static final String ONE = LIST + "/{id}";

    private final SubRecords notes;

    public NoteOperations(SandboxState state, Contacts contacts, Clock clock) {
        this.notes = new SubRecords(Kind.NOTE, "Note", state, contacts, clock);
    }

    public List<Operation> all() {
        return List.of(
                new Operation("get-all-notes", "GET", LIST, Scopes.CONTACTS_READ, this::list),
                new Operation("create-note", "POST", LIST, Scopes.CONTACTS_WRITE, this::create),
                new Operation("get-note", "GET", ONE, Scopes.CONTACTS_READ, this::get),
                new Operation("update-note", "PUT", ONE, Scopes.CONTACTS_WRITE, this::update),
                new Operation("delete-note", "DELETE", ONE, Scopes.CONTACTS_WRITE, this::delete));
    }

    private SandboxReply list(Admitted request) {
        return SandboxReply.ok(SandboxJson.object()
                .set("notes", SandboxJson.nodes(notes.list(request).stream().map(note -> view(note, request)))));
    }

    private SandboxReply create(Admitted request) {
        ObjectNode note = notes.blank(request);
        CREATE.check(request.body());
        note.put("pinned", false).setAll(request.body());
        notes.put(note);
        return SandboxReply.created(answer(note, request));
    }

    private SandboxReply get(Admitted request) {
        return SandboxReply.ok(answer(notes.require(request, "id"), request));
    }

    private SandboxReply update(Admitted request) {
        ObjectNode note = notes.require(request, "id").deepCopy();
        OPTIONAL.check(request.body());
        note.setAll(request.body());
        notes.put(note);
        return SandboxReply.ok(answer(note, request));
    }

    private SandboxReply delete(Admitted request) {
        notes.remove(request, "id");
        return SandboxReply.ok(SandboxJson.object().put("succeded", true));
    }

    private static ObjectNode answer(ObjectNode note, Admitted request) {
        return SandboxJson.object().set("note", view(note, request));
    }

    private static ObjectNode view(ObjectNode note, Admitted request) {
        ObjectNode view =
                note.deepCopy().retain("id", "body", "userId", "dateAdded", "contactId", "title", "color", "pinned");
        return Bodies.shown(view, request.location());
    }
}
