package ghl.gateway.form.trial;

import java.util.List;

/**
 * How a form's test went.
 *
 * @param warnings what did not fit its place, and went to the note
 * @param problems why it was not taken or not delivered, what the CRM holds otherwise, what could not be taken back; empty
 *     when all is well
 */
public record Trial(String form, String locationId, List<String> warnings, List<String> problems) {

    public boolean isGood() {
        return problems.isEmpty();
    }
}
