package ghl.gateway.highlevel.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.highlevel.wire.ContactJson;
import ghl.gateway.highlevel.wire.WireJson;
import java.util.List;

/** Positions in the CRM's three lists of contacts: taken from its answers, and read back for the next page. */
final class UpstreamCursors {

    private static final String BUSINESS = "business";
    private static final String PLAIN = "list";
    private static final String SEARCH = "search";

    private UpstreamCursors() {}

    /** Start of a page of the plain list. Both are required: with the time alone the CRM starts at the first page. */
    record PlainStart(Long startAfter, String startAfterId) {}

    static UpstreamPosition businessPosition(int rowsBefore) {
        return new UpstreamPosition(BUSINESS, List.of(String.valueOf(rowsBefore)));
    }

    static int businessSkip(UpstreamPosition after) {
        return after == null ? 0 : (int) number(values(after, BUSINESS, 1).get(0), Integer.MAX_VALUE);
    }

    /** The CRM reports the position of the last row; those of the others are derived from the row. */
    static UpstreamPosition plainPosition(ContactJson.Page answer, int row) {
        ContactJson.Meta meta = answer.meta();
        boolean last = row == answer.contacts().size() - 1;
        if (last && meta != null && meta.startAfter() != null && meta.startAfterId() != null) {
            return plain(meta.startAfter(), meta.startAfterId());
        }
        ContactJson contact = answer.contacts().get(row);
        return contact.dateAdded() == null
                ? new UpstreamPosition(PLAIN, List.of())
                : plain(contact.dateAdded().toEpochMilli(), contact.id());
    }

    static PlainStart plainStart(UpstreamPosition after) {
        if (after == null) {
            return new PlainStart(null, null);
        }
        List<String> values = values(after, PLAIN, 2);
        if (!CrmId.isOne(values.get(1))) {
            throw malformed();
        }
        return new PlainStart(number(values.get(0), Long.MAX_VALUE), values.get(1));
    }

    /** Without values when the CRM gives the row none. Values are kept as JSON: numbers must go back as numbers. */
    static UpstreamPosition searchPosition(ContactJson contact) {
        List<JsonNode> values = contact.searchAfter() == null ? List.of() : contact.searchAfter();
        return new UpstreamPosition(
                SEARCH, values.stream().map(JsonNode::toString).toList());
    }

    static List<JsonNode> searchAfter(UpstreamPosition after) {
        return after == null
                ? List.of()
                : values(after, SEARCH, 1).stream().map(UpstreamCursors::json).toList();
    }

    private static UpstreamPosition plain(long startAfter, String startAfterId) {
        return new UpstreamPosition(PLAIN, List.of(String.valueOf(startAfter), startAfterId));
    }

    private static List<String> values(UpstreamPosition after, String list, int atLeast) {
        if (!after.list().equals(list)) {
            throw new InvalidInputException("`after` belongs to another list of contacts: after a change of filter or"
                    + " order, start again without it.");
        }
        if (after.values().size() < atLeast) {
            throw new InvalidInputException(
                    "The CRM cannot continue after that row: use another row's cursor as `after`.");
        }
        return after.values();
    }

    private static long number(String text, long max) {
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) > max) {
            throw malformed();
        }
        return Long.parseLong(text);
    }

    private static JsonNode json(String text) {
        try {
            JsonNode value = WireJson.mapper().readTree(text);
            if (value.isValueNode()) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // rejected below, like lists and objects
        }
        throw malformed();
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException("`after` is malformed: send a cursor back exactly as you received it.");
    }
}
