package ghl.gateway.highlevel.wire;

import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Request bodies from drafts. Untouched fields are left out, cleared ones are JSON null. */
public final class RequestBodies {

    private RequestBodies() {}

    /** @param skip number of rows before the page */
    public static JsonRequestBody taskSearch(Set<String> contactIds, int limit, int skip) {
        return new JsonRequestBody()
                .set("contactId", contactIds)
                .set("limit", limit)
                .set("skip", skip);
    }

    /**
     * For create and upsert. Leaves out {@code tags}, because an upsert would replace all of them, and {@code
     * createNewIfDuplicateAllowed}, because true would create a second contact for every form.
     */
    public static JsonRequestBody newContact(String locationId, ContactDraft draft) {
        return contact(new JsonRequestBody().set("locationId", locationId), draft)
                .change("companyName", draft.companyName())
                .change("gender", draft.gender());
    }

    /** For update. Leaves out {@code locationId}, {@code gender} and {@code companyName}, which the vendor refuses. */
    public static JsonRequestBody contactChanges(ContactDraft draft) {
        return contact(new JsonRequestBody(), draft);
    }

    public static JsonRequestBody newTask(TaskDraft draft) {
        return new JsonRequestBody()
                .set("title", draft.title())
                .set("body", draft.body())
                .set("dueDate", text(draft.dueDate()))
                .set("completed", draft.completed())
                .set("assignedTo", draft.assignedTo());
    }

    public static JsonRequestBody taskChanges(TaskChanges changes) {
        return new JsonRequestBody()
                .change("title", changes.title())
                .change("body", changes.body())
                .change("dueDate", changedText(changes.dueDate()))
                .change("completed", changes.completed())
                .change("assignedTo", changes.assignedTo());
    }

    public static JsonRequestBody taskCompleted(boolean completed) {
        return new JsonRequestBody().set("completed", completed);
    }

    public static JsonRequestBody newNote(NoteDraft draft) {
        return new JsonRequestBody()
                .set("body", draft.body())
                .set("title", draft.title())
                .set("color", draft.color())
                .set("pinned", draft.pinned())
                .set("userId", draft.userId());
    }

    public static JsonRequestBody noteChanges(NoteChanges changes) {
        return new JsonRequestBody()
                .change("body", changes.body())
                .change("title", changes.title())
                .change("color", changes.color())
                .change("pinned", changes.pinned())
                .change("userId", changes.userId());
    }

    public static JsonRequestBody tags(List<String> tags) {
        return new JsonRequestBody().set("tags", tags);
    }

    private static JsonRequestBody contact(JsonRequestBody body, ContactDraft draft) {
        return body.change("firstName", draft.firstName())
                .change("lastName", draft.lastName())
                .change("name", draft.name())
                .change("email", draft.email())
                .change("phone", draft.phone())
                .change("address1", draft.address1())
                .change("city", draft.city())
                .change("state", draft.state())
                .change("postalCode", draft.postalCode())
                .change("country", draft.country())
                .change("website", draft.website())
                .change("timezone", draft.timezone())
                .change("source", draft.source())
                .change("assignedTo", draft.assignedTo())
                .change("dateOfBirth", changedText(draft.dateOfBirth()))
                .change("dnd", draft.dnd())
                .set("dndSettings", dndSettings(draft.dndSettings()))
                .set("customFields", customFields(draft.customFields()));
    }

    private static Map<String, Object> dndSettings(Map<String, String> statusByChannel) {
        if (statusByChannel == null || statusByChannel.isEmpty()) {
            return null;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        statusByChannel.forEach((channel, status) -> settings.put(channel, Map.of("status", status)));
        return settings;
    }

    private static List<JsonRequestBody> customFields(List<CustomFieldValue> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        return values.stream()
                .map(field -> new JsonRequestBody().set("id", field.id()).set("field_value", valueOrEmpty(field)))
                .toList();
    }

    /** No custom field accepts null. An empty text clears a text field. */
    private static Object valueOrEmpty(CustomFieldValue field) {
        return field.value() == null ? "" : field.value();
    }

    private static Optional<String> changedText(Optional<?> value) {
        return value == null ? null : value.map(RequestBodies::text);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
