package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Note;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.NoteJson;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The notes of one contact. */
@ApplicationScoped
public class NoteCalls {

    private final CrmCaller calls;
    private final CrmClients crm;

    public NoteCalls(CrmCaller calls, CrmClients crm) {
        this.calls = calls;
        this.crm = crm;
    }

    public Uni<List<Note>> all(String locationId, String contactId) {
        return calls.read(
                locationId,
                "get-all-notes",
                () -> crm.contacts().getAllNotes(contactId),
                answer -> answer.notes().stream()
                        .map(note -> WireMapper.note(note, contactId))
                        .toList());
    }

    public Uni<Note> one(String locationId, String contactId, String noteId) {
        return calls.read(
                        locationId,
                        "get-note",
                        () -> crm.contacts().getNote(contactId, noteId),
                        answer -> WireMapper.note(answer.note(), contactId))
                .onFailure(NotFound.class)
                .recoverWithNull();
    }

    public Uni<Note> create(String locationId, String contactId, NoteDraft draft) {
        return written(locationId, contactId, "create-note", () -> crm.contacts()
                .createNote(contactId, RequestBodies.newNote(draft)));
    }

    public Uni<Note> update(String locationId, String contactId, String noteId, NoteChanges changes) {
        return written(locationId, contactId, "update-note", () -> crm.contacts()
                .updateNote(contactId, noteId, RequestBodies.noteChanges(changes)));
    }

    public Uni<Void> delete(String locationId, String contactId, String noteId) {
        return calls.writeUntilDone(
                locationId, "delete-note", () -> crm.contacts().deleteNote(contactId, noteId));
    }

    private Uni<Note> written(
            String locationId, String contactId, String operation, Supplier<Uni<RestResponse<NoteJson.One>>> request) {
        return calls.write(locationId, operation, request, answer -> WireMapper.note(answer.note(), contactId));
    }
}
