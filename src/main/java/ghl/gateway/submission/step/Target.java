package ghl.gateway.submission.step;

/**
 * What a step acts on.
 *
 * @param contactId null while no step has told it
 */
public record Target(String locationId, String contactId) {}
