package ghl.gateway.durability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two forms of one person that set the same thing to different values. The call of the first takes effect late. */
enum Collision {
    FIRST_NAME("upsert-contact", "firstName", contact("firstName", "Ann"), contact("firstName", "Bea"), "Bea"),
    UPDATED_CITY("update-contact", "city", update("city", "Astoria"), update("city", "Queens"), "Queens"),
    CUSTOM_FIELD("upsert-contact", PersonFormFiller.WISH_ID, wish("oak"), wish("ash"), "ash"),
    DO_NOT_DISTURB("upsert-contact", ContactState.DND, contact("dnd", false), contact("dnd", true), "true"),
    DO_NOT_DISTURB_BY_EMAIL("upsert-contact", "dndSettings.Email", email(false), email(true), "active"),
    CONSENT("upsert-contact", "dndSettings.Email", consent(), email(true), "active"),
    REMOVED_TAG("add-tags", "tag vip", Map.of("tags", List.of("vip")), remove("vip"), ContactState.ABSENT),
    ADDED_TAG("remove-tags", "tag vip", remove("vip"), Map.of("tags", List.of("vip")), ContactState.PRESENT);

    final String operation;
    final String name;
    final String newest;
    private final Map<String, Object> first;
    private final Map<String, Object> second;

    Collision(
            String operation, String name, Map<String, Object> first, Map<String, Object> second, String newestValue) {
        this.operation = operation;
        this.name = name;
        this.first = first;
        this.second = second;
        this.newest = newestValue;
    }

    Map<String, Object> first(String email) {
        return of(email, first);
    }

    Map<String, Object> second(String email) {
        return of(email, second);
    }

    /** The contact before both forms. */
    static Map<String, Object> contactBefore(String email) {
        return Map.of("email", email, "firstName", "Old", "city", "Bronx", "tags", List.of("vip", "kept"));
    }

    /** Identifies the person in the way that the form needs. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> of(String email, Map<String, Object> form) {
        Map<String, Object> input = new HashMap<>(form);
        input.put("wait", "PT0S");
        if (form.containsKey("contact") && !form.containsKey("contactPolicy")) {
            Map<String, Object> contact = new HashMap<>((Map<String, Object>) form.get("contact"));
            contact.put("email", email);
            input.put("contact", contact);
        } else {
            input.put("match", Map.of("email", email));
        }
        return input;
    }

    private static Map<String, Object> contact(String field, Object value) {
        return Map.of("contact", Map.of(field, value));
    }

    private static Map<String, Object> update(String field, Object value) {
        return Map.of("contactPolicy", "UPDATE_ONLY", "contact", Map.of(field, value));
    }

    private static Map<String, Object> wish(String value) {
        return contact("customFields", List.of(Map.of("id", PersonFormFiller.WISH_ID, "value", value)));
    }

    private static Map<String, Object> email(boolean isOff) {
        return contact("dndSettings", List.of(Map.of("channel", "EMAIL", "active", isOff)));
    }

    private static Map<String, Object> consent() {
        return Map.of(
                "contact",
                Map.of("city", "Bronx"),
                "consent",
                Map.of("text", "Yes, write to me", "channels", List.of("EMAIL")));
    }

    private static Map<String, Object> remove(String tag) {
        return Map.of("remove", Map.of("tags", List.of(tag)));
    }
}
