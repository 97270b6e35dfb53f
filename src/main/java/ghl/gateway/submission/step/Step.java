package ghl.gateway.submission.step;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.submission.receipt.StepKind;
import java.util.List;
import java.util.Map;

/**
 * One change or lookup in the CRM, with everything it needs except the contact's id, which an earlier step may provide.
 * Persisted under the name of its record.
 */
public sealed interface Step {

    Map<Class<? extends Step>, StepKind> KINDS = Map.ofEntries(
            Map.entry(FindContact.class, StepKind.FIND_CONTACT),
            Map.entry(UpsertContact.class, StepKind.UPSERT_CONTACT),
            Map.entry(CreateContact.class, StepKind.CREATE_CONTACT),
            Map.entry(UpdateContact.class, StepKind.UPDATE_CONTACT),
            Map.entry(AddTags.class, StepKind.ADD_TAGS),
            Map.entry(AddTask.class, StepKind.ADD_TASK),
            Map.entry(AddNote.class, StepKind.ADD_NOTE),
            Map.entry(UpdateTask.class, StepKind.UPDATE_TASK),
            Map.entry(CompleteTask.class, StepKind.COMPLETE_TASK),
            Map.entry(UpdateNote.class, StepKind.UPDATE_NOTE),
            Map.entry(RemoveTags.class, StepKind.REMOVE_TAGS),
            Map.entry(DeleteTask.class, StepKind.DELETE_TASK),
            Map.entry(DeleteNote.class, StepKind.DELETE_NOTE),
            Map.entry(DeleteContact.class, StepKind.DELETE_CONTACT));

    default StepKind kind() {
        return KINDS.get(getClass());
    }

    /** Whether this step determines the contact: later steps cannot run without it. */
    default boolean settlesContact() {
        return switch (kind()) {
            case FIND_CONTACT, UPSERT_CONTACT, CREATE_CONTACT, UPDATE_CONTACT -> true;
            default -> false;
        };
    }

    /** Whether each call creates a new record, so that a call whose answer was lost must not simply be repeated. */
    default boolean isCreation() {
        return switch (kind()) {
            case CREATE_CONTACT, ADD_TASK, ADD_NOTE -> true;
            default -> false;
        };
    }

    /** Whether each call sets values, so that a late one may set back what a later submission has set. */
    static boolean setsValues(StepKind kind) {
        return switch (kind) {
            case UPSERT_CONTACT, UPDATE_CONTACT, ADD_TAGS, REMOVE_TAGS, UPDATE_TASK, COMPLETE_TASK, UPDATE_NOTE -> true;
            default -> false;
        };
    }

    record FindContact(ContactMatch match) implements Step {}

    record UpsertContact(ContactDraft draft) implements Step {}

    record CreateContact(ContactDraft draft) implements Step {}

    record UpdateContact(ContactDraft draft) implements Step {}

    record AddTags(List<String> tags) implements Step {}

    record AddTask(TaskDraft draft) implements Step {

        /** The draft as sent: the marker is the last line of its body. */
        public TaskDraft marked(Marker marker) {
            return new TaskDraft(
                    draft.title(),
                    marker.appendedTo(draft.body()),
                    draft.dueDate(),
                    draft.completed(),
                    draft.assignedTo());
        }
    }

    record AddNote(NoteDraft draft) implements Step {

        /** The draft as sent: the marker is the last line of its body. */
        public NoteDraft marked(Marker marker) {
            return new NoteDraft(
                    marker.appendedTo(draft.body()), draft.title(), draft.color(), draft.pinned(), draft.userId());
        }
    }

    record UpdateTask(String taskId, TaskChanges changes) implements Step {}

    record CompleteTask(String taskId, boolean completed) implements Step {}

    record UpdateNote(String noteId, NoteChanges changes) implements Step {}

    record RemoveTags(List<String> tags) implements Step {}

    record DeleteTask(String taskId) implements Step {}

    record DeleteNote(String noteId) implements Step {}

    /** @param contactId null for the contact that an earlier step found */
    record DeleteContact(String contactId) implements Step {
        public String contactIn(StepContext context) {
            return contactId == null ? context.contactId() : contactId;
        }
    }
}
