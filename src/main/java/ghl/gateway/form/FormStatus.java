package ghl.gateway.form;

import java.time.Instant;
import java.util.List;

/**
 * How a form's file stands.
 *
 * @param form its name
 * @param path the file
 * @param inUse whether answers are taken: false for a file that was never right
 * @param since when the definition in use was read; null without one
 * @param problems why the file as it is now is not in use, each with its line: the last good one is; empty when it is
 * @param warnings what the CRM lacks that the form writes; it goes to the note
 */
public record FormStatus(
        String form, String path, boolean inUse, Instant since, List<String> problems, List<String> warnings) {}
