package ghl.gateway.graph;

import ghl.gateway.contact.ContactFilter;
import ghl.gateway.contact.ContactListRequest;
import ghl.gateway.contact.ContactOrder;
import ghl.gateway.contact.InvalidInputException;

/** What callers may ask of a list of contacts. */
public final class ContactLists {

    private static final int LONGEST_SEARCH = 75;

    private ContactLists() {}

    /** @throws InvalidInputException when it cannot be served */
    public static ContactListRequest request(Integer first, String after, ContactFilter filter, ContactOrder orderBy) {
        int size = PageSize.of(first);
        if (filter != null && filter.query() != null && filter.query().length() > LONGEST_SEARCH) {
            throw new InvalidInputException("filter.query must have at most " + LONGEST_SEARCH + " characters");
        }
        return new ContactListRequest(
                size, Cursor.unpack(after), filter == null ? ContactFilter.NONE : filter, orderBy);
    }
}
