package ghl.gateway.contact;

import java.util.List;

/**
 * One page of contacts.
 *
 * @param hasNextPage whether the CRM holds more after the last row
 * @param total how many the CRM counts in all, null when it does not say
 */
public record ContactPage(List<Row> rows, boolean hasNextPage, Integer total) {

    /** A contact and the place right behind it. */
    public record Row(Contact contact, UpstreamPosition position) {}
}
