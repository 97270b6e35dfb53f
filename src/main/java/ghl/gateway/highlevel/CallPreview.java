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
        return call("GET", "/contacts/" + contactId, null);
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
        return call("PUT", "/contacts/" + contactId, RequestBodies.contactChanges(draft));
    }

    public Call deleteContact(String contactId) {
        return call("DELETE", "/contacts/" + contactId, null);
    }

    public Call addTags(String contactId, List<String> tags) {
        return call("POST", "/contacts/" + contactId + "/tags", RequestBodies.tags(tags));
    }

    public Call removeTags(String contactId, List<String> tags) {
        return call("DELETE", "/contacts/" + contactId + "/tags", RequestBodies.tags(tags));
    }

    public Call createTask(String contactId, TaskDraft draft) {
        return call("POST", "/contacts/" + contactId + "/tasks", RequestBodies.of(draft));
    }

    public Call updateTask(String contactId, String taskId, TaskChanges changes) {
        return call("PUT", "/contacts/" + contactId + "/tasks/" + taskId, RequestBodies.of(changes));
    }

    public Call completeTask(String contactId, String taskId, boolean completed) {
        return call(
                "PUT",
                "/contacts/" + contactId + "/tasks/" + taskId + "/completed",
                RequestBodies.taskCompleted(completed));
    }

    public Call deleteTask(String contactId, String taskId) {
        return call("DELETE", "/contacts/" + contactId + "/tasks/" + taskId, null);
    }

    public Call createNote(String contactId, NoteDraft draft) {
        return call("POST", "/contacts/" + contactId + "/notes", RequestBodies.of(draft));
    }

    public Call updateNote(String contactId, String noteId, NoteChanges changes) {
        return call("PUT", "/contacts/" + contactId + "/notes/" + noteId, RequestBodies.of(changes));
    }

    public Call deleteNote(String contactId, String noteId) {
        return call("DELETE", "/contacts/" + contactId + "/notes/" + noteId, null);
    }

    private Call call(String method, String path, JsonRequestBody body) {
        try {
            return new Call(method, path, body == null ? null : json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
