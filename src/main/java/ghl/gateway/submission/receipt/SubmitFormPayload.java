package ghl.gateway.submission.receipt;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of `submitForm`.")
public record SubmitFormPayload(
        @Description("Accepted submission and its delivery status. Null with `userErrors` and on a dry run.")
        Submission submission,

        @Description("Contact as the CRM returned it when writing; costs no further call. Null until it is written."
                + " This field, `tasks`, `notes` and `tags` are null for callers without the role `reader`.")
        Contact contact,

        @Description("Created and changed tasks as returned by the CRM. Null when there are none yet.")
        List<@NonNull Task> tasks,

        @Description("Created and changed notes as returned by the CRM. Null when there are none yet.")
        List<@NonNull Note> notes,

        @Description("All tags of the contact as returned by the CRM. Null when no tag was added or removed.")
        List<@NonNull String> tags,

        @Description("Calls to the CRM that the submission would make. Null unless `dryRun` is true.")
        List<@NonNull PlannedCall> plan,

        @NonNull
        @Description("Problems with the input, at most 100: the last one says when there are more. When there are any,"
                + " nothing was stored or written.")
        List<@NonNull UserError> userErrors) {

    private static final int MOST_ERRORS = 100;

    private static final UserError MORE_ERRORS = new UserError(
            UserErrorCode.TOO_LONG,
            "has more than " + MOST_ERRORS + " errors: correct these first, the others are left out",
            List.of("input"));

    /** @param userErrors those beyond {@link #MOST_ERRORS} are left out */
    public static SubmitFormPayload refused(List<UserError> userErrors) {
        return new SubmitFormPayload(null, null, null, null, null, null, bounded(userErrors));
    }

    private static List<UserError> bounded(List<UserError> errors) {
        return errors.size() <= MOST_ERRORS
                ? errors
                : Stream.concat(errors.stream().limit(MOST_ERRORS - 1), Stream.of(MORE_ERRORS))
                        .toList();
    }

    public static SubmitFormPayload planned(List<PlannedCall> plan) {
        return new SubmitFormPayload(null, null, null, null, null, plan, List.of());
    }

    /** Copy for callers who may write but not read: the CRM's response to a write contains all earlier data. */
    public SubmitFormPayload withoutContact() {
        return new SubmitFormPayload(submission, null, null, null, null, plan, userErrors);
    }
}
