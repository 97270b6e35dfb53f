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
import java.util.regex.Pattern;

/**
 * Removes from a draft the values that validation would reject, such as an invalid e-mail address or an option that the
 * CRM does not have. Each goes to the note instead, with a warning. Uses the validation's own errors, so that the rules
 * exist only once. A phone answer that is more than a number goes to the note as well.
 */
final class DraftSanitizer {

    private static final String CODE = "ANSWER_MISPLACED";
    private static final String PHONE = "phone";

    /** An extension, a second number or a remark is not part of a number, and the CRM does not get it. */
    private static final Pattern ONLY_A_NUMBER = Pattern.compile("[+\\p{Nd}\\p{Z}\\p{Pd}\\s()./]*");

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

    List<String> lines() {
        return lines;
    }

    /** Contain no answers, because warnings are stored unencrypted. */
    List<Warning> warnings() {
        return warnings;
    }

    void sanitize(FormDraft draft) {
        SubmitFormInput contactOnly =
                SubmitFormInput.EMPTY.withContact(draft.contact()).withContactPolicy(draft.policy);
        List<UserError> errors =
                check.check(contactOnly, FormPurpose.WRITE, null, facts, now).userErrors();
        for (UserError error : errors) {
            remove(error, draft);
        }
        draft.customFields.removeIf(Objects::isNull);
        String phone = draft.fields.get(PHONE);
        if (phone != null && !ONLY_A_NUMBER.matcher(phone).matches()) {
            lines.add(PHONE + ": " + phone);
        }
    }

    private void remove(UserError error, FormDraft draft) {
        List<String> path = error.path();
        if (path.size() <= FIELD) {
            return;
        }
        String field = path.get(FIELD);
        if (field.equals("customFields")) {
            removeCustomField(Integer.parseInt(path.get(INDEX)), error, draft);
        } else if (draft.fields.containsKey(field)) {
            report(field, draft.fields.remove(field), error);
        }
    }

    /** Keeps the field's position until all errors are handled, because their paths contain indexes. */
    private void removeCustomField(int index, UserError error, FormDraft draft) {
        CustomFieldInput field = draft.customFields.set(index, null);
        if (field != null) {
            report(field.key(), field.value() == null ? String.join(", ", field.values()) : field.value(), error);
        }
    }

    private void report(String field, String text, UserError error) {
        lines.add(field + ", which " + error.message().replaceFirst("[:;].*", "") + ": " + text);
        warnings.add(new Warning(CODE, field + " " + error.message() + "; the answer is in the note instead"));
    }
}
