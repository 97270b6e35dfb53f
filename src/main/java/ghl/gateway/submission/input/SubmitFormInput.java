package ghl.gateway.submission.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
@Input("SubmitFormInput")
@Description("One submission of a form: a contact, and what shall be attached to it, changed or taken away.")
public record SubmitFormInput(
        @Description("Name of a form definition that maps `answers`.")
        String form,

        @Description("Answers for the named form.") List<@NonNull AnswerInput> answers,

        @Id @Description("The location; without it the gateway's own.")
        String locationId,

        @Description("Which contact this is about. Without it the e-mail or phone of `contact`.")
        ContactMatchInput match,

        @DefaultValue("UPSERT") @Description("What may happen to the contact.")
        ContactPolicy contactPolicy,

        @Description("The contact as it shall be. Without it no contact is written: the rest attaches to `match`.")
        ContactInput contact,

        @Description("Tasks to create for the contact.") List<@NonNull TaskInput> tasks,
        @Description("Notes to write about the contact.") List<@NonNull NoteInput> notes,

        @Description("Tags to add to those the contact has.")
        List<@NonNull String> tags,

        @Description("Tasks of the contact to change or tick off.")
        List<@NonNull UpdateTaskInput> updateTasks,

        @Description("Notes of the contact to change.") List<@NonNull UpdateNoteInput> updateNotes,

        @Description("What shall be taken from the contact.")
        RemoveInput remove,

        @Id @Description("Deletes this contact with all its tasks and notes. Alone in its input.")
        String deleteContactId,

        @Description("Where the form was filled in.") SubmissionContextInput context,
        @Description("What the person agreed to.") ConsentInput consent,

        @Id @Description("The same key again is the same submission, never a second one.")
        String idempotencyKey,

        @Name("wait")
        @JsonProperty("wait")
        @DefaultValue("PT3S")
        @Description("How long to wait for the outcome, ISO 8601, at most `PT10S`.")
        Duration waitAtMost,

        @DefaultValue("false") @Description("True: nothing is written, the answer tells every call that would be made.")
        Boolean dryRun) {

    /** Nothing is asked for. */
    public static final SubmitFormInput EMPTY = SubmitFormInputBuilder.builder().build();

    public SubmitFormInput {
        answers = Lists.orEmpty(answers);
        contactPolicy = contactPolicy == null ? ContactPolicy.UPSERT : contactPolicy;
        tasks = Lists.orEmpty(tasks);
        notes = Lists.orEmpty(notes);
        tags = Lists.orEmpty(tags);
        updateTasks = Lists.orEmpty(updateTasks);
        updateNotes = Lists.orEmpty(updateNotes);
        remove = remove == null ? RemoveInput.NOTHING : remove;
        dryRun = dryRun != null && dryRun;
    }

    /** What is asked for, without how and how often it is asked: the same for every repeat. */
    public SubmitFormInput essence() {
        return SubmitFormInputBuilder.builder(this)
                .idempotencyKey(null)
                .waitAtMost(null)
                .dryRun(false)
                .build();
    }

    /** The same about another contact. */
    public SubmitFormInput contact(ContactInput other, ContactPolicy policy) {
        return SubmitFormInputBuilder.builder(this)
                .contact(other)
                .contactPolicy(policy)
                .build();
    }

    /** The same with other notes. */
    public SubmitFormInput notes(List<NoteInput> other) {
        return SubmitFormInputBuilder.builder(this).notes(other).build();
    }

    /** The same about somebody else, without answers. */
    public SubmitFormInput match(ContactMatchInput other) {
        return SubmitFormInputBuilder.builder(this).answers(null).match(other).build();
    }

    /** The same in another location. */
    public SubmitFormInput locationId(String other) {
        return SubmitFormInputBuilder.builder(this).locationId(other).build();
    }
}
