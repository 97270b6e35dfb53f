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
@Description("Form submission: a contact to write, and what to add to it, change or remove. Each part becomes steps"
        + " that run in this order: contact, tags, new tasks, new notes, changed tasks and notes, removals.")
public record SubmitFormInput(
        @Description("Name of a form definition that turns `answers` into a contact, tasks, notes and tags. Parts set"
                + " explicitly in this input take precedence.")
        String form,

        @Description("Answers to the questions of `form`.") List<@NonNull AnswerInput> answers,

        @Id
        @Description("Location to write to, by ID or by name. Defaults to the form's location, then to the caller's"
                + " only location or the gateway's default location.")
        String locationId,

        @Description("Contact that the submission is about. Required when neither `contact` nor the form identifies"
                + " one. Next to `contact` it is allowed with `UPDATE_ONLY` only; otherwise the contact's email or"
                + " phone identifies it.")
        ContactMatchInput match,

        @DefaultValue("UPSERT")
        @Description("Whether the contact may be created, updated or both. Must be `UPSERT` without `contact`.")
        ContactPolicy contactPolicy,

        @Description("Contact fields to write; an email or phone is required unless `match` is set. Without this field"
                + " the contact itself is not written, and everything else is attached to the contact given by"
                + " `match`.")
        ContactInput contact,

        @Description("Tasks to create, at most 50.") List<@NonNull TaskInput> tasks,
        @Description("Notes to create, at most 50.") List<@NonNull NoteInput> notes,

        @Description("Tags to add to the existing ones, at most 50.")
        List<@NonNull String> tags,

        @Description("Task changes, at most 50.") List<@NonNull UpdateTaskInput> updateTasks,
        @Description("Note changes, at most 50.") List<@NonNull UpdateNoteInput> updateNotes,
        @Description("Tags, tasks and notes to remove.") RemoveInput remove,

        @Id
        @Description("ID of a contact to delete, with all its tasks and notes. Requires the role `remover` and cannot"
                + " be combined with other content.")
        String deleteContactId,

        @Description("Page with the form.") SubmissionContextInput context,

        @Description(
                "Consent given by the person. Not allowed for publishable keys: there, the form's definition decides.")
        ConsentInput consent,

        @Id
        @Description("Client-generated key that makes retries safe, at most 255 characters. Keys are separate per"
                + " location, and per form or, without a form, per caller. Repeating an input with the same key returns the existing submission"
                + " (`replayed: true`) and retries its unfinished steps. A different input with the same key is"
                + " rejected with KEY_REUSED.")
        String idempotencyKey,

        @Name("wait")
        @JsonProperty("wait")
        @DefaultValue("PT3S")
        @Description("Maximum time to wait for the outcome, as an ISO 8601 duration from `PT0S` to `PT10S`. Delivery"
                + " continues after that: follow it with `submission` or `submissionChanged`.")
        Duration waitAtMost,

        @DefaultValue("false")
        @Description("True to validate only. Nothing is stored or written; `plan` lists the calls that would be made.")
        Boolean dryRun)
        implements SubmitFormInputBuilder.With {

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

    /** The content without idempotency key, wait and dry run: equal for every repeat of a submission. */
    public SubmitFormInput essence() {
        return withIdempotencyKey(null).withWaitAtMost(null).withDryRun(false);
    }
}
