package ghl.gateway.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What forms set on a contact, by its name in GraphQL: {@code firstName}, {@code tag vip}, {@code dndSettings.Email}. */
final class ContactState {

    static final String PRESENT = "present";
    static final String ABSENT = "absent";
    static final String DND = "dnd";

    private static final List<String> FIELDS = List.of("firstName", "lastName", "city", "companyName", DND);

    private ContactState() {}

    static String tag(String tag) {
        return "tag " + tag;
    }

    static String channel(String channel) {
        return "dndSettings." + channel;
    }

    /** Everything that is set. Custom fields are named by their IDs. */
    static Map<String, String> of(JsonNode contact) {
        Map<String, String> state = new TreeMap<>();
        FIELDS.stream()
                .filter(contact::hasNonNull)
                .forEach(field -> state.put(field, contact.path(field).asText()));
        contact.path("dndSettings")
                .fields()
                .forEachRemaining(setting -> state.put(
                        channel(setting.getKey()),
                        setting.getValue().path("status").asText()));
        contact.path("tags").forEach(tag -> state.put(tag(tag.textValue()), PRESENT));
        contact.path("customFields")
                .forEach(field -> state.put(
                        field.path("id").textValue(), field.path("value").asText()));
        return state;
    }
}
