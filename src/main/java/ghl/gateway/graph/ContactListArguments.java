package ghl.gateway.graph;

import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.graph.connection.Cursor;
import ghl.gateway.graph.connection.PageSize;

/** What callers may ask of a list of contacts. */
public final class ContactListArguments {

    private static final int LONGEST_SEARCH = 75;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_TAGS = 50;

    private ContactListArguments() {}

    /** @throws InvalidInputException when it cannot be served */
    public static ContactListRequest request(Integer first, String after, ContactFilter filter, ContactOrder orderBy) {
        int size = PageSize.of(first);
        ContactFilter given = filter == null ? ContactFilter.NONE : filter;
        check(given);
        return new ContactListRequest(size, Cursor.unpack(after), given, orderBy);
    }

    /** What is longer the CRM would refuse, and that would count as trouble of its own. */
    private static void check(ContactFilter filter) {
        atMost(LONGEST_SEARCH, "filter.query", filter.query());
        line("filter.email", filter.email());
        line("filter.phone", filter.phone());
        line("filter.source", filter.source());
        crmId("filter.businessId", filter.businessId());
        crmId("filter.assignedTo", filter.assignedTo());
        if (filter.tags().size() > MOST_TAGS) {
            throw new InvalidInputException("filter.tags must be at most " + MOST_TAGS);
        }
        filter.tags().forEach(tag -> line("filter.tags", tag));
    }

    private static void crmId(String name, String value) {
        if (value != null && !CrmId.isOne(value)) {
            throw new InvalidInputException(name + " " + CrmId.REFUSAL);
        }
    }

    /** @throws InvalidInputException when it is longer than anything of one line in the CRM */
    static String line(String name, String value) {
        return atMost(LONGEST_LINE, name, value);
    }

    private static String atMost(int longest, String name, String value) {
        if (value != null && value.length() > longest) {
            throw new InvalidInputException(name + " must have at most " + longest + " characters");
        }
        return value;
    }
}
