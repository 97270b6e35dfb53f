package ghl.gateway.contact;

import java.util.List;

/**
 * One page of contacts.
 *
 * @param hasNextPage whether the CRM has more contacts after the last row
 * @param total number of matching contacts, or null when the CRM does not report it
 */
public record ContactPage(List<Row> rows, boolean hasNextPage, Integer total) {

    /** A contact and the position right after it. */
    public record Row(Contact contact, UpstreamPosition position) {}
}
