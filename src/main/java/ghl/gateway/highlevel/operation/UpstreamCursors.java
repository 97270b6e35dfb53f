package ghl.gateway.highlevel.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import ghl.gateway.highlevel.wire.ContactJson;
import ghl.gateway.highlevel.wire.WireJson;
import java.util.ArrayList;
import java.util.List;

/** Places in the CRM's three lists of contacts, packed for callers and unpacked for the CRM. */
final class UpstreamCursors {

    private static final String BUSINESS = "business";
    private static final String PLAIN = "list";
    private static final String SEARCH = "search";

    private UpstreamCursors() {}

    /** What the plain list wants back: both, for the time alone would start over at its first page. */
    record Plain(Long startAfter, String startAfterId) {}

    static UpstreamPosition ofBusiness(int rowsBefore) {
        return new UpstreamPosition(BUSINESS, List.of(String.valueOf(rowsBefore)));
    }

    /** How many rows to skip. */
    static int inBusiness(UpstreamPosition after) {
        return after == null ? 0 : (int) number(values(after, BUSINESS, 1).get(0), Integer.MAX_VALUE);
    }

    /** For the last row the CRM says it itself; for the others it follows from the row. */
    static UpstreamPosition ofPlainList(ContactJson.Page answer, int row) {
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

    static Plain inPlainList(UpstreamPosition after) {
        if (after == null) {
            return new Plain(null, null);
        }
        List<String> values = values(after, PLAIN, 2);
        return new Plain(number(values.get(0), Long.MAX_VALUE), values.get(1));
    }

    /**
     * A row should carry its own, and without it nobody can go on from there. The values are kept as JSON, for numbers
     * must go back as numbers.
     */
    static UpstreamPosition ofSearch(ContactJson contact) {
        List<JsonNode> values = contact.searchAfter() == null ? List.of() : contact.searchAfter();
        return new UpstreamPosition(
                SEARCH, values.stream().map(JsonNode::toString).toList());
    }

    /** Empty for the first page. */
    static List<JsonNode> inSearch(UpstreamPosition after) {
        if (after == null) {
            return List.of();
        }
        List<JsonNode> searchAfter = new ArrayList<>();
        for (String value : values(after, SEARCH, 1)) {
            searchAfter.add(json(value));
        }
        return searchAfter;
    }

    private static UpstreamPosition plain(long startAfter, String startAfterId) {
        return new UpstreamPosition(PLAIN, List.of(String.valueOf(startAfter), startAfterId));
    }

    private static List<String> values(UpstreamPosition after, String list, int atLeast) {
        if (!after.list().equals(list)) {
            throw new InvalidInputException("`after` belongs to another list of contacts: when filter or order change,"
                    + " start again without it.");
        }
        if (after.values().size() < atLeast) {
            throw new InvalidInputException("The CRM cannot go on after that row: use another row as `after`.");
        }
        return after.values();
    }

    private static long number(String text, long most) {
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) > most) {
            throw damaged();
        }
        return Long.parseLong(text);
    }

    private static JsonNode json(String text) {
        try {
            return WireJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw damaged();
        }
    }

    private static InvalidInputException damaged() {
        return new InvalidInputException("`after` is damaged: send back a cursor exactly as it was given.");
    }
}
