package ghl.gateway.form.mapping;

import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormPurpose;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes off a draft what the checks of submissions would refuse: a wrong e-mail, a choice that the CRM does not have. It
 * goes to the note instead, and a warning says so. The checks themselves say what is wrong, so that there is one owner of
 * that.
 */
final class DraftSanitizer {

    private static final String CODE = "ANSWER_MISPLACED";
    private static final int FIELD = 2;
    private static final int INDEX = 3;

    private final FormCheck check;
    private final LocationFacts facts;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    DraftSanitizer(FormCheck check, LocationFacts facts, Instant now) {
        this.check = check;
        this.facts = facts;
        this.now = now;
    }

    /** What was taken off, for the note. */
    List<String> lines() {
        return lines;
    }

    /** Without what was answered: warnings are kept in the open. */
    List<Warning> warnings() {
        return warnings;
    }

    void mend(FormDraft draft) {
        SubmitFormInput contactAlone = SubmitFormInput.EMPTY.contact(draft.contact(), draft.policy);
        List<UserError> errors =
                check.check(contactAlone, FormPurpose.WRITE, null, facts, now).userErrors();
        for (UserError error : errors) {
            takeOff(error, draft);
        }
        draft.customFields.removeIf(Objects::isNull);
    }

    private void takeOff(UserError error, FormDraft draft) {
        List<String> path = error.path();
        if (path.size() <= FIELD) {
            return;
        }
        String field = path.get(FIELD);
        if (field.equals("customFields")) {
            takeOffCustomField(Integer.parseInt(path.get(INDEX)), error, draft);
        } else if (draft.fields.containsKey(field)) {
            tell(field, draft.fields.remove(field), error);
        }
    }

    /** Its place stays until all errors are told, for they count places. */
    private void takeOffCustomField(int index, UserError error, FormDraft draft) {
        CustomFieldInput field = draft.customFields.set(index, null);
        if (field != null) {
            tell(field.key(), field.value() == null ? String.join(", ", field.values()) : field.value(), error);
        }
    }

    private void tell(String field, String text, UserError error) {
        lines.add(field + ", which " + error.message().replaceFirst("[:;].*", "") + ": " + text);
        warnings.add(new Warning(CODE, field + " " + error.message() + "; it went to the note"));
    }
}
