package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_READ;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_WRITE;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.util.List;

/** The notes of a contact. Source: the vendor's Contacts API. Decided here: no limit of length. */
public final class NoteOperations extends SubRecordOperations {

    private static final BodyRules OPTIONAL = BodyRules.of(
            optional("body", Checks.NOT_EMPTY, Checks.STRING),
            optional("userId", Checks.STRING),
            optional("title", Checks.STRING),
            optional("color", Checks.STRING),
            optional("pinned", Checks.BOOLEAN));

    private static final BodyRules CREATE = OPTIONAL.and(required("body", Checks.NOT_EMPTY, Checks.STRING));

    private static final String LIST = "/contacts/{contactId}/notes";
    private static final String ONE = LIST + "/{id}";

    public NoteOperations(SandboxState state, Contacts contacts, Clock clock) {
        super(Kind.NOTE, "Note", "id", state, contacts, clock);
    }

    public List<Operation> all() {
        return List.of(
                new Operation("get-all-notes", "GET", LIST, CONTACTS_READ, this::list),
                new Operation("create-note", "POST", LIST, CONTACTS_WRITE, request -> create(request, CREATE)),
                new Operation("get-note", "GET", ONE, CONTACTS_READ, this::get),
                new Operation("update-note", "PUT", ONE, CONTACTS_WRITE, request -> update(request, OPTIONAL)),
                new Operation("delete-note", "DELETE", ONE, CONTACTS_WRITE, this::delete));
    }

    @Override
    void fill(ObjectNode note, ObjectNode body) {
        note.putIfAbsent("pinned", BooleanNode.FALSE);
        super.fill(note, body);
    }

    @Override
    ObjectNode view(ObjectNode note) {
        return note.deepCopy().retain("id", "body", "userId", "dateAdded", "contactId", "title", "color", "pinned");
    }
}
