package ghl.gateway.contact;

import java.util.List;

/**
 * Position in one of the CRM's lists.
 *
 * @param list name of the list; a position is only valid in the list it came from
 * @param values values that the CRM requires to continue from here
 */
public record UpstreamPosition(String list, List<String> values) {}
