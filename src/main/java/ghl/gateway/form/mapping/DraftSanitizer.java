package ghl.gateway.form.mapping;

import ghl.gateway.form.template.DateText;
import ghl.gateway.form.template.NumberText;
import ghl.gateway.submission.check.EmailAddresses;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormPurpose;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.check.PhoneNumbers;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes a draft's phone number, numbers and dates as the CRM wants them, and removes the values that validation would reject,
 * such as an invalid e-mail address or an option that the CRM does not have. Each goes to the note instead, with a warning.
 * Uses the validation's own errors, so that the rules exist only once.
 */
final class DraftSanitizer {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String DATE_OF_BIRTH = "dateOfBirth";
    private static final String IN_NOTE = "; the answer is in the note instead";

    private static final int FIELD = 2;
    private static final int INDEX = 3;

    private final FormCheck check;
    private final LocationFacts facts;
    private final Instant now;
    private final MappingWarnings warnings;
    private final List<String> lines = new ArrayList<>();

    DraftSanitizer(FormCheck check, LocationFacts facts, Instant now, MappingWarnings warnings) {
        this.check = check;
        this.facts = facts;
        this.now = now;
        this.warnings = warnings;
    }

    List<String> lines() {
        return lines;
    }

    void sanitize(FormDraft draft) {
        normalizeEmail(draft);
        normalizePhone(draft);
        draft.fields.computeIfPresent(DATE_OF_BIRTH, (field, text) -> date(text).orElse(text));
        draft.customFields.replaceAll(this::normalized);
        for (UserError error : errors(draft)) {
            remove(error, draft);
        }
        draft.customFields.removeIf(Objects::isNull);
    }

    /** Whether validation accepts a text as an e-mail address. */
    boolean isEmail(String text) {
        FormDraft draft = new FormDraft();
        draft.fields.put(EMAIL, text);
        return errors(draft).isEmpty();
    }

    private List<UserError> errors(FormDraft draft) {
        SubmitFormInput contactOnly = SubmitFormInput.EMPTY.withContact(draft.contact());
        return check.check(
                        draft.policy == null ? contactOnly : contactOnly.withContactPolicy(draft.policy),
                        FormPurpose.WRITE,
                        null,
                        facts,
                        now)
                .userErrors();
    }

    /** The first address of the answer is kept. */
    private void normalizeEmail(FormDraft draft) {
        String text = draft.fields.getOrDefault(EMAIL, "");
        EmailAddresses.in(text, this::isEmail).stream().findFirst().ifPresent(address -> {
            draft.fields.put(EMAIL, address);
            if (EmailAddresses.only(text, this::isEmail).isEmpty()) {
                lines.add(EMAIL + ": " + text);
                warnings.misplaced(
                        EMAIL + " has more than one address, or other words; the whole answer is in the note");
            }
        });
    }

    /** A valid number is kept. An invalid one is left to validation if its length fits no number either. */
    private void normalizePhone(FormDraft draft) {
        String text = draft.fields.get(PHONE);
        if (text == null) {
            return;
        }
        Supplier<String> country = country();
        Optional<PhoneNumbers.Reading> valid = PhoneNumbers.find(text, country);
        if (valid.isPresent()) {
            draft.fields.put(PHONE, valid.get().e164());
            if (valid.get().isGuessed()) {
                warnings.guessedPhone();
            }
            if (!valid.get().isWholeText()) {
                lines.add(PHONE + ": " + text);
                warnings.misplaced(
                        PHONE + " has an extension or more beside the number; the whole answer is in the note");
            }
        } else if (PhoneNumbers.read(text, country).isPresent()) {
            draft.fields.remove(PHONE);
            report(PHONE, text, "is not a phone number in use");
        }
    }

    private CustomFieldInput normalized(CustomFieldInput field) {
        if (field.value() == null) {
            return field;
        }
        return facts.customFields().stream()
                .filter(definition -> definition.hasKey(field.key()))
                .findFirst()
                .flatMap(definition -> {
                    if (definition.isNumber()) {
                        return NumberText.canonical(field.value(), country());
                    }
                    return definition.isDate() ? dateOf(field) : Optional.empty();
                })
                .map(value -> new CustomFieldInput(field.key(), null, value, null))
                .orElse(field);
    }

    /** The CRM's date has no time, which goes to the note. */
    private Optional<String> dateOf(CustomFieldInput field) {
        Optional<String> date = date(field.value());
        if (date.isPresent() && DateText.hasTime(field.value())) {
            lines.add(field.key() + ": " + field.value());
        }
        return date;
    }

    private Optional<String> date(String text) {
        return DateText.parse(text, country(), facts::timezone).map(LocalDate::toString);
    }

    private Supplier<String> country() {
        return () -> facts.location().country();
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
            report(field, draft.fields.remove(field), error.message());
        }
    }

    /** Keeps the field's position until all errors are handled, because their paths contain indexes. */
    private void removeCustomField(int index, UserError error, FormDraft draft) {
        CustomFieldInput field = draft.customFields.set(index, null);
        if (field != null) {
            String text = field.value() == null ? String.join(", ", field.values()) : field.value();
            report(field.key(), text, error.message());
        }
    }

    private void report(String field, String text, String problem) {
        lines.add(field + ", which " + problem.replaceFirst("[:;].*", "") + ": " + text);
        warnings.misplaced(field + " " + problem + IN_NOTE);
    }
}
