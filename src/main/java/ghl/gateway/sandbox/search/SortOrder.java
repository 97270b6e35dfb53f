package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order of a search, and the cursor of each row: its sort values and ID, by default {@code [<ms>, "<id>"]}.
 * Reported. Rows without a value come last in either direction.
 */
final class SortOrder {

    private static final Set<String> FIELDS = Set.copyOf(SandboxJson.words("""
            firstNameLowerCase lastNameLowerCase businessName dateAdded dateUpdated email dnd source
            """));

    private record Key(String field, boolean descending) {}

    static final SortOrder NEWEST_FIRST = new SortOrder(List.of(new Key("dateAdded", true)));

    private final List<Key> keys;

    private SortOrder(List<Key> keys) {
        List<Key> withId = new ArrayList<>(keys);
        withId.add(new Key("id", true));
        this.keys = withId;
    }

    /** @param sort the body's {@code sort}; newest first when it is missing or empty */
    static SortOrder of(JsonNode sort) {
        List<Key> keys = SandboxJson.items(sort).map(SortOrder::key).toList();
        return keys.isEmpty() ? NEWEST_FIRST : new SortOrder(keys);
    }

    private static Key key(JsonNode sort) {
        String field = SandboxJson.text(sort, "field");
        if (field == null || !FIELDS.contains(field)) {
            throw SandboxRefusal.badRequest("Invalid field " + field);
        }
        return new Key(field, "desc".equals(SandboxJson.text(sort, "direction")));
    }

    Comparator<ObjectNode> comparator() {
        return (one, other) -> compare(cursor(one), cursor(other));
    }

    ArrayNode cursor(ObjectNode contact) {
        return SandboxJson.nodes(keys.stream().map(key -> SearchField.sortValue(contact, key.field())));
    }

    /** Whether a row comes after a cursor's row. */
    boolean isAfter(ObjectNode contact, JsonNode cursor) {
        return compare(cursor(contact), cursor) > 0;
    }

    boolean fits(JsonNode cursor) {
        return cursor.size() == keys.size();
    }

    private int compare(JsonNode one, JsonNode other) {
        for (int i = 0; i < keys.size(); i++) {
            int difference = compare(one.get(i), other.get(i), keys.get(i).descending());
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int compare(JsonNode one, JsonNode other, boolean descending) {
        if (one.isNull() || other.isNull()) {
            return Boolean.compare(one.isNull(), other.isNull());
        }
        int ascending = one.isNumber() && other.isNumber()
                ? Long.compare(one.longValue(), other.longValue())
                : one.asText().compareTo(other.asText());
        return descending ? -ascending : ascending;
    }
}
