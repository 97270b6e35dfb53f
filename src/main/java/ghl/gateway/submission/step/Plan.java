package ghl.gateway.submission.step;

import java.util.List;

/**
 * What a checked form comes down to.
 *
 * @param contactId when it is known beforehand, else null
 * @param steps in running order, at least one
 */
public record Plan(String locationId, String contactId, List<Step> steps) {}
