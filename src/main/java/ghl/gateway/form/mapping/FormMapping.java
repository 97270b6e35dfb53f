package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.accept.MappedInput;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormPurpose;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Maps a form's definition and answers to the input of a submission. */
@ApplicationScoped
public class FormMapping {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone";

    private static final List<String> ANSWERS = List.of("input", "answers");

    private final FormCheck check;

    public FormMapping(FormCheck check) {
        this.check = check;
    }

    /**
     * Blocks when facts of the location must be fetched from the CRM.
     *
     * @param caller what the caller sent in addition to the answers
     * @param requiresAnswers whether a required answer that is missing, or is no e-mail address or phone number, is an error
     *     rather than a warning
     */
    public MappedInput map(
            FormDefinition form,
            Answers answers,
            SubmitFormInput caller,
            boolean requiresAnswers,
            LocationFacts facts,
            Instant now) {
        AnswerSheet sheet = new AnswerSheet(form, answers, facts);
        MappingWarnings warnings = new MappingWarnings();
        DraftSanitizer sanitizer = new DraftSanitizer(check, facts, now, warnings);
        List<AnswerDefinition> missing = sheet.missing();
        if (requiresAnswers) {
            List<UserError> errors = Stream.concat(
                            missing.stream().map(FormMapping::missing),
                            sheet.invalid(sanitizer::isEmail).stream().map(FormMapping::invalid))
                    .toList();
            if (!errors.isEmpty()) {
                return MappedInput.refused(caller, errors);
            }
        }
        DraftRenderer renderer = new DraftRenderer(form.actions(), sheet, caller.context(), facts);
        ConsentInput consent = caller.consent() == null ? renderer.consent() : caller.consent();
        FormDraft draft = renderer.draft();
        sanitizer.sanitize(draft);
        warnings.unclear(renderer.unclearAnswers());
        warnings.missing(missing);
        if (answers.isTruncated()) {
            warnings.truncated();
        }
        if (renderer.hasLeftOut()) {
            warnings.leftOut();
        }
        boolean erases = form.actions().erase();
        if (erases && (requiresAnswers || hasIdentifier(draft))) {
            return erasure(caller, draft, warnings.all());
        }
        boolean lacksEmail = form.actions().contact().fields().containsKey(EMAIL)
                ? !draft.fields.containsKey(EMAIL)
                : !hasIdentifier(draft);
        if (!erases && !requiresAnswers && lacksEmail) {
            guessEmail(sheet, sanitizer, draft, warnings);
        }
        List<String> lines = new ArrayList<>(sanitizer.lines());
        lines.addAll(sheet.remainingLines(
                renderer.writtenAnswers(),
                form.actions().mentionedAnswers(),
                renderer.unclearAnswers(),
                new UnwantedAnswers(form, caller.context())));
        CallerOverrides overrides = new CallerOverrides(caller);
        ContactPolicy policy = overrides.policy(draft);
        List<NoteInput> notes = NoteOverflow.append(overrides.notes(draft), lines);
        SubmitFormInput input = overrides.apply(draft, notes, consent, policy);
        boolean needsExisting = erases || policy == ContactPolicy.UPDATE_ONLY;
        return needsExisting && requiresAnswers
                ? new MappedInput(input, FormPurpose.WRITE, List.of(), warnings.all())
                : allowAnonymous(input, needsExisting, warnings);
    }

    /** A builder that renamed its field cannot be asked; a page can. */
    private static void guessEmail(
            AnswerSheet sheet, DraftSanitizer sanitizer, FormDraft draft, MappingWarnings warnings) {
        GuessedEmail.find(sheet.unknown(), sanitizer::isEmail).ifPresent(email -> {
            draft.fields.put(EMAIL, email);
            warnings.guessedEmail();
        });
    }

    /** Without an e-mail address and a phone number, a lead is still written rather than lost. */
    private static MappedInput allowAnonymous(SubmitFormInput input, boolean needsExisting, MappingWarnings warnings) {
        if (input.deleteContactId() != null || !isAnonymous(input.contact())) {
            return new MappedInput(input, FormPurpose.WRITE, List.of(), warnings.all());
        }
        warnings.noIdentifier(
                needsExisting
                        ? "find the contact by hand. Approving the submission creates a contact without them"
                        : "a contact without them is created");
        return new MappedInput(
                input.withContactPolicy(ContactPolicy.CREATE_ONLY),
                needsExisting ? FormPurpose.WRITE_ANONYMOUS_ON_APPROVAL : FormPurpose.WRITE_ANONYMOUS,
                List.of(),
                warnings.all());
    }

    private static boolean hasIdentifier(FormDraft draft) {
        return draft.fields.containsKey(EMAIL) || draft.fields.containsKey(PHONE);
    }

    private static boolean isAnonymous(ContactInput contact) {
        return (contact.email() == null || contact.email().isEmpty())
                && (contact.phone() == null || contact.phone().isEmpty());
    }

    /** Requires an identifier, because an erasure form asks for nothing else. */
    private static MappedInput erasure(SubmitFormInput caller, FormDraft draft, List<Warning> warnings) {
        String email = draft.fields.get(EMAIL);
        String phone = email == null ? draft.fields.get(PHONE) : null;
        if (email == null && phone == null) {
            return MappedInput.refused(
                    caller,
                    List.of(new UserError(
                            UserErrorCode.INVALID,
                            "must contain a valid e-mail address or phone number of the person to erase",
                            ANSWERS)));
        }
        return new MappedInput(
                caller.withAnswers(null).withMatch(new ContactMatchInput(null, email, phone)),
                FormPurpose.ERASE,
                List.of(),
                warnings);
    }

    private static UserError missing(AnswerDefinition answer) {
        return error(UserErrorCode.REQUIRED, answer, "must be answered");
    }

    private static UserError invalid(AnswerDefinition answer) {
        return error(
                UserErrorCode.INVALID,
                answer,
                answer.type() == AnswerType.EMAIL
                        ? "must be an e-mail address, such as ada@example.com"
                        : "must be a phone number: check it, and include the country code, such as +12125550101");
    }

    private static UserError error(UserErrorCode code, AnswerDefinition answer, String problem) {
        return new UserError(code, answer.label() + " (" + answer.name() + ") " + problem, ANSWERS);
    }
}
