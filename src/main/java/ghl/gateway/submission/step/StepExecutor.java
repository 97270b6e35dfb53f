package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.UpsertedContact;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.StepResult.Done;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Runs one step: one call, and what its answer, or its failure, means. Never throws for the CRM's sake. */
@ApplicationScoped
public class StepExecutor implements StepVisitor<StepResult> {

    private final HighLevel crm;

    StepExecutor(HighLevel crm) {
        this.crm = crm;
    }

    @Override
    public StepResult findContact(StepContext target, Step.FindContact step) {
        ContactMatch match = step.match();
        return attempt(() -> {
            Contact found = await(
                    match.id() != null
                            ? crm.contact(target.locationId(), match.id())
                            : crm.contactByEmailOrPhone(target.locationId(), match.email(), match.phone()),
                    target);
            return found == null
                    ? new StepResult.Refused(StepErrors.contactNotFound())
                    : new Done(found.id(), ContactOutcome.FOUND, CrmAnswer.NOTHING, List.of());
        });
    }

    @Override
    public StepResult upsertContact(StepContext target, Step.UpsertContact step) {
        return attempt(() -> {
            UpsertedContact upserted = await(crm.upsertContact(target.locationId(), step.draft()), target);
            return new Done(
                    upserted.contact().id(),
                    upserted.created() ? ContactOutcome.CREATED : ContactOutcome.UPDATED,
                    CrmAnswer.of(upserted.contact()),
                    IgnoredIdentifiers.warnings(step.draft(), upserted.contact()));
        });
    }

    @Override
    public StepResult createContact(StepContext target, Step.CreateContact step) {
        return attempt(() -> {
            Contact created = await(crm.createContact(target.locationId(), step.draft()), target);
            return new Done(
                    created.id(),
                    ContactOutcome.CREATED,
                    CrmAnswer.of(created),
                    IgnoredIdentifiers.warnings(step.draft(), created));
        });
    }

    @Override
    public StepResult updateContact(StepContext target, Step.UpdateContact step) {
        return attempt(() -> {
            Contact updated = await(crm.updateContact(target.locationId(), target.contactId(), step.draft()), target);
            return new Done(
                    updated.id(),
                    ContactOutcome.UPDATED,
                    CrmAnswer.of(updated),
                    IgnoredIdentifiers.warnings(step.draft(), updated));
        });
    }

    @Override
    public StepResult addTags(StepContext target, Step.AddTags step) {
        return tags(target, crm.addTags(target.locationId(), target.contactId(), step.tags()));
    }

    @Override
    public StepResult removeTags(StepContext target, Step.RemoveTags step) {
        return tags(target, crm.removeTags(target.locationId(), target.contactId(), step.tags()));
    }

    @Override
    public StepResult addTask(StepContext target, Step.AddTask step) {
        return task(target, crm.createTask(target.locationId(), target.contactId(), step.marked(target.marker())));
    }

    @Override
    public StepResult updateTask(StepContext target, Step.UpdateTask step) {
        return task(target, crm.updateTask(target.locationId(), target.contactId(), step.taskId(), step.changes()));
    }

    @Override
    public StepResult completeTask(StepContext target, Step.CompleteTask step) {
        return task(target, crm.completeTask(target.locationId(), target.contactId(), step.taskId(), step.completed()));
    }

    @Override
    public StepResult addNote(StepContext target, Step.AddNote step) {
        return note(target, crm.createNote(target.locationId(), target.contactId(), step.marked(target.marker())));
    }

    @Override
    public StepResult updateNote(StepContext target, Step.UpdateNote step) {
        return note(target, crm.updateNote(target.locationId(), target.contactId(), step.noteId(), step.changes()));
    }

    @Override
    public StepResult deleteTask(StepContext target, Step.DeleteTask step) {
        return delete(
                target, step.taskId(), null, crm.deleteTask(target.locationId(), target.contactId(), step.taskId()));
    }

    @Override
    public StepResult deleteNote(StepContext target, Step.DeleteNote step) {
        return delete(
                target, step.noteId(), null, crm.deleteNote(target.locationId(), target.contactId(), step.noteId()));
    }

    /** Looks first: the vendor's call names no location, and a contact of another one must stay. */
    @Override
    public StepResult deleteContact(StepContext target, Step.DeleteContact step) {
        String contactId = step.contactIn(target);
        return attempt(() -> await(crm.contact(target.locationId(), contactId), target) == null
                ? gone(contactId)
                : delete(target, contactId, ContactOutcome.DELETED, crm.deleteContact(target.locationId(), contactId)));
    }

    private static StepResult task(StepContext target, Uni<Task> call) {
        return attempt(() -> {
            Task task = await(call, target);
            return Done.of(task.id(), CrmAnswer.of(task));
        });
    }

    private static StepResult note(StepContext target, Uni<Note> call) {
        return attempt(() -> {
            Note note = await(call, target);
            return Done.of(note.id(), CrmAnswer.of(note));
        });
    }

    private static StepResult tags(StepContext target, Uni<List<String>> call) {
        return attempt(() -> Done.of(null, CrmAnswer.of(await(call, target))));
    }

    private static StepResult delete(StepContext target, String id, ContactOutcome outcome, Uni<Void> call) {
        return attempt(() -> {
            try {
                await(call, target);
                return new Done(id, outcome, CrmAnswer.NOTHING, List.of());
            } catch (UpstreamException.NotFound notFound) {
                return gone(id);
            }
        });
    }

    /** What is gone already is what was wanted: done, and said. */
    private static Done gone(String id) {
        Warning warning = new Warning(Warning.ALREADY_GONE, "The location has no " + id + " any more");
        return new Done(id, null, CrmAnswer.NOTHING, List.of(warning));
    }

    private static StepResult attempt(Supplier<StepResult> call) {
        try {
            return call.get();
        } catch (UpstreamException e) {
            return StepErrors.resultOf(e);
        }
    }
}
