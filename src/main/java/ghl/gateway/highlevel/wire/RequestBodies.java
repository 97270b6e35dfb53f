package ghl.gateway.highlevel.wire;

import ghl.gateway.contact.CustomFieldValue;
import ghl.gateway.contact.draft.ContactDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** A task or note to create, or its changes. */
    public static JsonRequestBody of(Record draft) {
        return new JsonRequestBody().setAll(draft);
    }

    /**
     * For create and upsert. Leaves out {@code tags}, because an upsert would replace all of them, and {@code
     * createNewIfDuplicateAllowed}, because true would create a second contact for every form.
     */
    public static JsonRequestBody newContact(String locationId, ContactDraft draft) {
        return contact(draft).set("locationId", locationId);
    }

    /** For update. Leaves out {@code locationId}, {@code gender} and {@code companyName}, which the vendor refuses. */
    public static JsonRequestBody contactChanges(ContactDraft draft) {
        return contact(draft).without("gender", "companyName");
    }

    public static JsonRequestBody taskCompleted(boolean completed) {
        return new JsonRequestBody().set("completed", completed);
    }

    public static JsonRequestBody tags(List<String> tags) {
        return new JsonRequestBody().set("tags", tags);
    }

    private static JsonRequestBody contact(ContactDraft draft) {
        return of(draft)
                .without("dndSettings", "customFields")
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
}
