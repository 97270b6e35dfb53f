package ghl.gateway.contact;

/**
 * Request for one page of contacts.
 *
 * @param first page size, 1 to 100
 * @param after end of the previous page, or null for the first page
 * @param order null for the CRM's own order: latest first
 */
public record ContactListRequest(int first, UpstreamPosition after, ContactFilter filter, ContactOrder order) {}
