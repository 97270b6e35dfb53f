package ghl.gateway.submission.step;

import java.util.List;

/**
 * The steps of a checked form.
 *
 * @param contactId null unless known beforehand
 * @param steps in running order; none while the form's body cannot be read
 */
public record Plan(String locationId, String contactId, List<Step> steps) {}
