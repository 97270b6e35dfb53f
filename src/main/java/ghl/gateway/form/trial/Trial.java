package ghl.gateway.form.trial;

import java.util.List;

/**
 * Result of a form's test submission.
 *
 * @param warnings of the submission, for example answers that went to the note
 * @param problems rejections, failed steps, differences in the CRM, and records that could not be deleted; empty on success
 */
public record Trial(String form, String locationId, List<String> warnings, List<String> problems) {

    public boolean isGood() {
        return problems.isEmpty();
    }
}
