package ghl.gateway.contact;

/**
 * One page of contacts that somebody asks for.
 *
 * @param first how many, 1 to 100
 * @param after where the page before ended; null for the first page
 * @param order null for the CRM's own: latest first
 */
public record ContactListRequest(int first, UpstreamPosition after, ContactFilter filter, ContactOrder order) {}
