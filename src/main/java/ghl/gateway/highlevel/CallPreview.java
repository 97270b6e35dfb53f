package ghl.gateway.highlevel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.highlevel.wire.JsonRequestBody;
import ghl.gateway.highlevel.wire.RequestBodies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;

/** Describes the calls that {@link HighLevel}'s methods of the same names would make, without making them. */
@ApplicationScoped
public class CallPreview {

    /** @param body JSON; null for a call without a body */
    public record Call(String method, String path, String body) {}

    private final ObjectMapper json;

    CallPreview(ObjectMapper json) {
        this.json = json;
    }

    public Call contact(String contactId) {
        return call("GET", contactPath(contactId), null);
    }

    public Call contactByEmailOrPhone(String locationId, String email, String phone) {
        String query = UriBuilder.fromPath("/contacts/search/duplicate")
                .queryParam("locationId", "{location}")
                .queryParam(email != null ? "email" : "number", "{identifier}")
                .build(locationId, email != null ? email : phone)
                .toString();
        return call("GET", query, null);
    }

    public Call upsertContact(String locationId, ContactDraft draft) {
        return call("POST", "/contacts/upsert", RequestBodies.newContact(locationId, draft));
    }

    public Call createContact(String locationId, ContactDraft draft) {
        return call("POST", "/contacts/", RequestBodies.newContact(locationId, draft));
    }

    public Call updateContact(String contactId, ContactDraft draft) {
        return call("PUT", contactPath(contactId), RequestBodies.contactChanges(draft));
    }

    public Call deleteContact(String contactId) {
        return call("DELETE", contactPath(contactId), null);
    }

    public Call addTags(String contactId, List<String> tags) {
        return call("POST", contactPath(contactId) + "/tags", RequestBodies.tags(tags));
    }

    public Call removeTags(String contactId, List<String> tags) {
        return call("DELETE", contactPath(contactId) + "/tags", RequestBodies.tags(tags));
    }

    public Call createTask(String contactId, TaskDraft draft) {
        return call("POST", contactPath(contactId) + "/tasks", RequestBodies.newTask(draft));
    }

    public Call updateTask(String contactId, String taskId, TaskChanges changes) {
        return call("PUT", taskPath(contactId, taskId), RequestBodies.taskChanges(changes));
    }

    public Call completeTask(String contactId, String taskId, boolean completed) {
        return call("PUT", taskPath(contactId, taskId) + "/completed", RequestBodies.taskCompleted(completed));
    }

    public Call deleteTask(String contactId, String taskId) {
        return call("DELETE", taskPath(contactId, taskId), null);
    }

    public Call createNote(String contactId, NoteDraft draft) {
        return call("POST", contactPath(contactId) + "/notes", RequestBodies.newNote(draft));
    }

    public Call updateNote(String contactId, String noteId, NoteChanges changes) {
        return call("PUT", notePath(contactId, noteId), RequestBodies.noteChanges(changes));
    }

    public Call deleteNote(String contactId, String noteId) {
        return call("DELETE", notePath(contactId, noteId), null);
    }

    private static String contactPath(String contactId) {
        return "/contacts/" + contactId;
    }

    private static String taskPath(String contactId, String taskId) {
        return contactPath(contactId) + "/tasks/" + taskId;
    }

    private static String notePath(String contactId, String noteId) {
        return contactPath(contactId) + "/notes/" + noteId;
    }

    private Call call(String method, String path, JsonRequestBody body) {
        try {
            return new Call(method, path, body == null ? null : json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
