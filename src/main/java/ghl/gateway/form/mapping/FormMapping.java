package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.submission.accept.MappedInput;
import ghl.gateway.submission.check.FormCheck;
import ghl.gateway.submission.check.FormPurpose;
import ghl.gateway.submission.check.LocationFacts;
import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.receipt.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes of a definition and answers what shall be written. */
@ApplicationScoped
public class FormMapping {

    private static final List<String> ANSWERS = List.of("input", "answers");

    private final FormCheck check;

    public FormMapping(FormCheck check) {
        this.check = check;
    }

    /**
     * Blocks where something of the location has to be asked for.
     *
     * @param said everything beside the answers
     * @param refusesGaps whether a missing answer is an error; else it is a warning
     */
    public MappedInput map(
            FormDefinition form,
            Answers answers,
            SubmitFormInput said,
            boolean refusesGaps,
            LocationFacts facts,
            Instant now) {
        AnswerSheet sheet = new AnswerSheet(form, answers);
        List<AnswerDefinition> missing = sheet.missing();
        if (refusesGaps && !missing.isEmpty()) {
            return MappedInput.refused(
                    said, missing.stream().map(FormMapping::missing).toList());
        }
        DraftRenderer drafting = new DraftRenderer(form.actions(), sheet.values(), said.context(), facts);
        FormDraft draft = drafting.draft();
        DraftSanitizer mending = new DraftSanitizer(check, facts, now);
        mending.mend(draft);
        List<Warning> warnings = new ArrayList<>(mending.warnings());
        warnings.addAll(warnings(missing, answers));
        boolean erases = form.actions().erase();
        if (erases && (refusesGaps || isFound(draft))) {
            return erasure(said, draft, warnings);
        }
        List<String> lines = new ArrayList<>(mending.lines());
        lines.addAll(sheet.linesBut(drafting.arrived(), form.actions().mentionedAnswers()));
        ConsentInput consent = said.consent() == null ? drafting.consent() : said.consent();
        CallerOverrides explicit = new CallerOverrides(said);
        ContactPolicy policy = explicit.policy(draft);
        SubmitFormInput input = explicit.over(draft, NoteOverflow.with(explicit.notes(draft), lines), consent, policy);
        boolean isAboutSomebody = erases || policy == ContactPolicy.UPDATE_ONLY;
        return isAboutSomebody && refusesGaps
                ? new MappedInput(input, FormPurpose.WRITE, List.of(), warnings)
                : interpreted(input, isAboutSomebody, warnings);
    }

    private static List<Warning> warnings(List<AnswerDefinition> missing, Answers answers) {
        List<Warning> warnings = new ArrayList<>();
        missing.forEach(answer -> warnings.add(new Warning("ANSWER_MISSING", answer.name() + " was not answered")));
        if (answers.isCut()) {
            warnings.add(new Warning("ANSWERS_CUT", "There was more than is taken: " + Answers.LIMITS));
        }
        return warnings;
    }

    /** Without e-mail and phone there is still what somebody wrote. */
    private static MappedInput interpreted(SubmitFormInput input, boolean isAboutSomebody, List<Warning> warnings) {
        if (input.deleteContactId() != null || !isAnonymous(input.contact())) {
            return new MappedInput(input, FormPurpose.WRITE, List.of(), warnings);
        }
        warnings.add(new Warning(
                "NO_IDENTIFIER",
                "There is neither an e-mail nor a phone: "
                        + (isAboutSomebody
                                ? "whom it is about must be found by hand; to approve it creates a contact without them"
                                : "a contact without them was created")));
        return new MappedInput(
                input.contact(input.contact(), ContactPolicy.CREATE_ONLY),
                isAboutSomebody ? FormPurpose.WRITE_ANONYMOUS_ON_APPROVAL : FormPurpose.WRITE_ANONYMOUS,
                List.of(),
                warnings);
    }

    private static boolean isFound(FormDraft draft) {
        return draft.fields.containsKey("email") || draft.fields.containsKey("phone");
    }

    private static boolean isAnonymous(ContactInput contact) {
        return (contact.email() == null || contact.email().isEmpty())
                && (contact.phone() == null || contact.phone().isEmpty());
    }

    /** Whom to forget must be known: there is nothing else that such a form says. */
    private static MappedInput erasure(SubmitFormInput said, FormDraft draft, List<Warning> warnings) {
        String email = draft.fields.get("email");
        String phone = email == null ? draft.fields.get("phone") : null;
        if (email == null && phone == null) {
            return MappedInput.refused(
                    said,
                    List.of(new UserError(
                            UserErrorCode.INVALID,
                            "nobody can be found: give an e-mail address or a phone number",
                            ANSWERS)));
        }
        return new MappedInput(
                said.match(new ContactMatchInput(null, email, phone)), FormPurpose.ERASE, List.of(), warnings);
    }

    private static UserError missing(AnswerDefinition answer) {
        return new UserError(
                UserErrorCode.REQUIRED, answer.label() + " (" + answer.name() + ") must be answered", ANSWERS);
    }
}
