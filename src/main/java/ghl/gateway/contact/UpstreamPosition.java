package ghl.gateway.contact;

import java.util.List;

/**
 * A place in one of the CRM's lists, in that list's own terms.
 *
 * @param list which list; a place in one list means nothing in another
 * @param values what the CRM wants back to go on from here
 */
public record UpstreamPosition(String list, List<String> values) {}
