package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.Note;
import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.UpsertedContact;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.StepResult.Done;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Runs one step: makes its call and translates the CRM's answer or failure into a result. */
@ApplicationScoped
public class StepExecutor {

    private final HighLevel crm;

    StepExecutor(HighLevel crm) {
        this.crm = crm;
    }

    public StepResult run(Step step, StepContext context) {
        try {
            return call(step, context, context.locationId(), context.contactId());
        } catch (UpstreamException e) {
            return StepErrors.resultOf(e);
        }
    }

    private StepResult call(Step step, StepContext context, String locationId, String contactId) {
        return switch (step.kind()) {
            case FIND_CONTACT -> findContact((Step.FindContact) step, context);
            case UPSERT_CONTACT -> upsertContact((Step.UpsertContact) step, context);
            case CREATE_CONTACT -> {
                ContactDraft draft = ((Step.CreateContact) step).draft();
                Contact created = await(crm.createContact(locationId, draft), context);
                yield written(draft, created, ContactOutcome.CREATED);
            }
            case UPDATE_CONTACT -> {
                ContactDraft draft = ((Step.UpdateContact) step).draft();
                Contact updated = await(crm.updateContact(locationId, contactId, draft), context);
                yield written(draft, updated, ContactOutcome.UPDATED);
            }
            case ADD_TAGS -> tags(crm.addTags(locationId, contactId, ((Step.AddTags) step).tags()), context);
            case REMOVE_TAGS -> tags(crm.removeTags(locationId, contactId, ((Step.RemoveTags) step).tags()), context);
            case ADD_TASK ->
                task(crm.createTask(locationId, contactId, ((Step.AddTask) step).marked(context.marker())), context);
            case UPDATE_TASK -> {
                Step.UpdateTask update = (Step.UpdateTask) step;
                yield task(crm.updateTask(locationId, contactId, update.taskId(), update.changes()), context);
            }
            case COMPLETE_TASK -> {
                Step.CompleteTask complete = (Step.CompleteTask) step;
                yield task(crm.completeTask(locationId, contactId, complete.taskId(), complete.completed()), context);
            }
            case ADD_NOTE ->
                note(crm.createNote(locationId, contactId, ((Step.AddNote) step).marked(context.marker())), context);
            case UPDATE_NOTE -> {
                Step.UpdateNote update = (Step.UpdateNote) step;
                yield note(crm.updateNote(locationId, contactId, update.noteId(), update.changes()), context);
            }
            case DELETE_TASK -> {
                String taskId = ((Step.DeleteTask) step).taskId();
                yield delete(taskId, null, crm.deleteTask(locationId, contactId, taskId), context);
            }
            case DELETE_NOTE -> {
                String noteId = ((Step.DeleteNote) step).noteId();
                yield delete(noteId, null, crm.deleteNote(locationId, contactId, noteId), context);
            }
            case DELETE_CONTACT -> deleteContact(((Step.DeleteContact) step).contactIn(context), context);
        };
    }

    private StepResult findContact(Step.FindContact step, StepContext context) {
        ContactMatch match = step.match();
        Contact found = await(
                match.id() != null
                        ? crm.contact(context.locationId(), match.id())
                        : crm.contactByEmailOrPhone(context.locationId(), match.email(), match.phone()),
                context);
        return found == null
                ? new StepResult.Refused(StepErrors.CONTACT_NOT_FOUND)
                : new Done(found.id(), ContactOutcome.FOUND, CrmAnswer.NOTHING, List.of());
    }

    private StepResult upsertContact(Step.UpsertContact step, StepContext context) {
        UpsertedContact upserted = await(crm.upsertContact(context.locationId(), step.draft()), context);
        return written(
                step.draft(), upserted.contact(), upserted.created() ? ContactOutcome.CREATED : ContactOutcome.UPDATED);
    }

    private static StepResult written(ContactDraft draft, Contact contact, ContactOutcome outcome) {
        return new Done(contact.id(), outcome, CrmAnswer.of(contact), IgnoredIdentifiers.warnings(draft, contact));
    }

    private static StepResult task(Uni<Task> call, StepContext context) {
        Task task = await(call, context);
        return Done.of(task.id(), CrmAnswer.of(task));
    }

    private static StepResult note(Uni<Note> call, StepContext context) {
        Note note = await(call, context);
        return Done.of(note.id(), CrmAnswer.of(note));
    }

    private static StepResult tags(Uni<List<String>> call, StepContext context) {
        return Done.of(null, CrmAnswer.of(await(call, context)));
    }

    /** Reads the contact first: the delete call names no location and would delete a contact of another one. */
    private StepResult deleteContact(String contactId, StepContext context) {
        return await(crm.contact(context.locationId(), contactId), context) == null
                ? alreadyGone(contactId)
                : delete(
                        contactId, ContactOutcome.DELETED, crm.deleteContact(context.locationId(), contactId), context);
    }

    private static StepResult delete(String id, ContactOutcome outcome, Uni<Void> call, StepContext context) {
        try {
            await(call, context);
            return new Done(id, outcome, CrmAnswer.NOTHING, List.of());
        } catch (UpstreamException.NotFound notFound) {
            return alreadyGone(id);
        }
    }

    /** The record was deleted before: the step is done, with a warning. */
    private static Done alreadyGone(String id) {
        Warning warning = new Warning(Warning.ALREADY_GONE, id + " was already deleted");
        return new Done(id, null, CrmAnswer.NOTHING, List.of(warning));
    }
}
