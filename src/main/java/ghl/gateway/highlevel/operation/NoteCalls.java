package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Note;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmCaller.Request;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.NoteJson;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The notes of one contact. */
@ApplicationScoped
public class NoteCalls {

    private final CrmCaller caller;
    private final CrmClients crm;

    public NoteCalls(CrmCaller caller, CrmClients crm) {
        this.caller = caller;
        this.crm = crm;
    }

    public Uni<List<Note>> list(String locationId, String contactId) {
        return caller.read(
                locationId,
                "get-all-notes",
                token -> crm.contacts().getAllNotes(token, contactId),
                answer -> answer.notes().stream()
                        .map(note -> WireMapper.note(note, contactId))
                        .toList());
    }

    public Uni<Note> get(String locationId, String contactId, String noteId) {
        return caller.readOrNull(
                locationId,
                "get-note",
                token -> crm.contacts().getNote(token, contactId, noteId),
                answer -> WireMapper.note(answer.note(), contactId));
    }

    public Uni<Note> create(String locationId, String contactId, NoteDraft draft) {
        return write(locationId, contactId, "create-note", token -> crm.contacts()
                .createNote(token, contactId, RequestBodies.of(draft)));
    }

    public Uni<Note> update(String locationId, String contactId, String noteId, NoteChanges changes) {
        return write(locationId, contactId, "update-note", token -> crm.contacts()
                .updateNote(token, contactId, noteId, RequestBodies.of(changes)));
    }

    public Uni<Void> delete(String locationId, String contactId, String noteId) {
        return caller.delete(locationId, "delete-note", token -> crm.contacts().deleteNote(token, contactId, noteId));
    }

    private Uni<Note> write(String locationId, String contactId, String operation, Request<NoteJson.One> request) {
        return caller.write(locationId, operation, request, answer -> WireMapper.note(answer.note(), contactId));
    }
}
