package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.OrderDirection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The body of {@code POST /contacts/search}: each filter is one condition, and all must match. */
public final class SearchBody {

    private SearchBody() {}

    /** @param searchAfter position of the row before the page; empty for the first page */
    public static JsonRequestBody of(
            String locationId, int limit, List<JsonNode> searchAfter, ContactFilter filter, ContactOrder order) {
        return new JsonRequestBody()
                .set("locationId", locationId)
                .set("pageLimit", limit)
                .setUnlessEmpty("searchAfter", searchAfter)
                .set("query", filter.query())
                .setUnlessEmpty("filters", conditions(filter))
                .setUnlessEmpty("sort", sort(order));
    }

    private static List<JsonRequestBody> conditions(ContactFilter filter) {
        List<JsonRequestBody> conditions = new ArrayList<>();
        addEqual(conditions, "email", filter.email());
        addEqual(conditions, "phone", filter.phone());
        addEqual(conditions, "assignedTo", filter.assignedTo());
        addEqual(conditions, "source", filter.source());
        filter.tags().forEach(tag -> addEqual(conditions, "tags", tag.toLowerCase(Locale.ROOT)));
        if (filter.addedAfter() != null || filter.addedBefore() != null) {
            JsonRequestBody range =
                    new JsonRequestBody().set("gte", text(filter.addedAfter())).set("lt", text(filter.addedBefore()));
            conditions.add(condition("dateAdded", "range", range));
        }
        return conditions;
    }

    private static void addEqual(List<JsonRequestBody> conditions, String field, String value) {
        if (value != null) {
            conditions.add(condition(field, "eq", value));
        }
    }

    private static JsonRequestBody condition(String field, String operator, Object value) {
        return new JsonRequestBody()
                .set("field", field)
                .set("operator", operator)
                .set("value", value);
    }

    private static List<JsonRequestBody> sort(ContactOrder order) {
        if (order == null) {
            return List.of();
        }
        boolean ascending = order.direction() == OrderDirection.ASC;
        return List.of(new JsonRequestBody()
                .set("field", order.field().searchField())
                .set("direction", ascending ? "asc" : "desc"));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
