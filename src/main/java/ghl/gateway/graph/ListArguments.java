package ghl.gateway.graph;

import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.CrmId;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.graph.connection.Cursor;
import ghl.gateway.submission.input.SubmissionFilter;

/** Validation of list arguments. */
public final class ListArguments {

    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAX_PAGE_SIZE = 100;
    private static final int MAX_SEARCH_LENGTH = 75;
    private static final int MAX_LINE_LENGTH = 1_000;
    private static final int MAX_TAGS = 50;

    private ListArguments() {}

    /** @throws InvalidInputException when {@code first} is out of range; null means the default */
    public static int pageSize(Integer first) {
        int size = first == null ? DEFAULT_PAGE_SIZE : first;
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw new InvalidInputException("first must be between 1 and " + MAX_PAGE_SIZE + " (got " + size + ")");
        }
        return size;
    }

    /** @throws InvalidInputException naming the invalid argument */
    public static ContactListRequest request(Integer first, String after, ContactFilter filter, ContactOrder orderBy) {
        int size = pageSize(first);
        ContactFilter conditions = filter == null ? ContactFilter.NONE : filter;
        check(conditions);
        return new ContactListRequest(size, Cursor.unpack(after), conditions, orderBy);
    }

    /** Longer values would be rejected by the CRM, and its error would count as a failure of the CRM. */
    private static void check(ContactFilter filter) {
        atMost(MAX_SEARCH_LENGTH, "filter.query", filter.query());
        line("filter.email", filter.email());
        line("filter.phone", filter.phone());
        line("filter.source", filter.source());
        crmId("filter.businessId", filter.businessId());
        crmId("filter.assignedTo", filter.assignedTo());
        if (filter.tags().size() > MAX_TAGS) {
            throw new InvalidInputException("filter.tags must have at most " + MAX_TAGS + " tags");
        }
        filter.tags().forEach(tag -> line("filter.tags", tag));
    }

    /** @throws InvalidInputException naming a condition that is too long */
    static SubmissionFilter checked(SubmissionFilter filter) {
        line("filter.form", filter.form());
        line("filter.locationId", filter.locationId());
        if (filter.person() != null) {
            line("filter.person.id", filter.person().id());
            line("filter.person.email", filter.person().email());
            line("filter.person.phone", filter.person().phone());
        }
        return filter;
    }

    static String crmId(String name, String value) {
        if (value != null && !CrmId.isOne(value)) {
            throw new InvalidInputException(name + " " + CrmId.REFUSAL);
        }
        return value;
    }

    /** @throws InvalidInputException when the value is longer than {@link #MAX_LINE_LENGTH} */
    static String line(String name, String value) {
        return atMost(MAX_LINE_LENGTH, name, value);
    }

    private static String atMost(int max, String name, String value) {
        if (value != null && value.length() > max) {
            throw new InvalidInputException(name + " must have at most " + max + " characters");
        }
        return value;
    }
}
