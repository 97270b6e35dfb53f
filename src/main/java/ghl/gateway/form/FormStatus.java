package ghl.gateway.form;

import java.time.Instant;
import java.util.List;

/**
 * Status of a form's file.
 *
 * @param inUse whether the form accepts answers; false when its file has never been valid
 * @param since when the definition in use was read; null without one
 * @param problems of the current file, each with its line; the last valid definition stays in use
 * @param warnings custom fields that the form writes but the CRM lacks, whose answers go to the note; a quarantine that is
 *     full, or nearly
 */
public record FormStatus(
        String form, String path, boolean inUse, Instant since, List<String> problems, List<String> warnings) {}
