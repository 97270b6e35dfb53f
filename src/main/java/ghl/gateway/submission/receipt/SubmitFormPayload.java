package ghl.gateway.submission.receipt;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What submitForm did.")
public record SubmitFormPayload(
        @Description("The receipt; null when there are userErrors, and on a dry run.")
        Submission submission,

        @Description("The contact as the CRM answered its write, without a further call; null while not written, and"
                + " for callers without the role reader, as are `tasks`, `notes` and `tags`.")
        Contact contact,

        @Description("The created and changed tasks as the CRM answered; null while there are none.")
        List<@NonNull Task> tasks,

        @Description("The written and changed notes as the CRM answered; null while there are none.")
        List<@NonNull Note> notes,

        @Description("All tags of the contact as the CRM answered; null when none were added or removed.")
        List<@NonNull String> tags,

        @Description("On a dry run: every call that would be made.")
        List<@NonNull PlannedCall> plan,

        @NonNull @Description("Everything that is wrong with the input, at once; empty when it was taken.")
        List<@NonNull UserError> userErrors) {

    /** The input cannot be taken, and this is why. */
    public static SubmitFormPayload refused(List<UserError> userErrors) {
        return new SubmitFormPayload(null, null, null, null, null, null, userErrors);
    }

    /** What would be done. */
    public static SubmitFormPayload planned(List<PlannedCall> plan) {
        return new SubmitFormPayload(null, null, null, null, null, plan, List.of());
    }

    /** For who may write a contact and not read one: the CRM's answer to a write tells all that it had before. */
    public SubmitFormPayload withoutContact() {
        return new SubmitFormPayload(submission, null, null, null, null, plan, userErrors);
    }
}
