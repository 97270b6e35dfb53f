package ghl.gateway.submission.step;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.submission.receipt.StepKind;
import java.util.List;

/** One thing to do in the CRM, with all it needs but the contact's id, which an earlier step may have to tell. */
public sealed interface Step {

    StepKind kind();

    /** Calls the method of {@code executor} that belongs to this kind of step. */
    <T> T with(StepVisitor<T> executor, StepContext target);

    /** Whether this step tells which contact the others are about: without it they cannot run. */
    default boolean settlesContact() {
        return false;
    }

    /** Whether each call makes something new, so that it must not simply be repeated when its answer is lost. */
    default boolean isCreation() {
        return false;
    }

    record FindContact(ContactMatch match) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.FIND_CONTACT;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.findContact(target, this);
        }

        @Override
        public boolean settlesContact() {
            return true;
        }
    }

    record UpsertContact(ContactDraft draft) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.UPSERT_CONTACT;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.upsertContact(target, this);
        }

        @Override
        public boolean settlesContact() {
            return true;
        }
    }

    record CreateContact(ContactDraft draft) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.CREATE_CONTACT;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.createContact(target, this);
        }

        @Override
        public boolean settlesContact() {
            return true;
        }

        @Override
        public boolean isCreation() {
            return true;
        }
    }

    record UpdateContact(ContactDraft draft) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.UPDATE_CONTACT;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.updateContact(target, this);
        }

        @Override
        public boolean settlesContact() {
            return true;
        }
    }

    record AddTags(List<String> tags) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.ADD_TAGS;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.addTags(target, this);
        }
    }

    record AddTask(TaskDraft draft) implements Step {

        /** The draft as it is sent, recognisable by its last line. */
        public TaskDraft marked(Marker marker) {
            return new TaskDraft(
                    draft.title(),
                    marker.appendedTo(draft.body()),
                    draft.dueDate(),
                    draft.completed(),
                    draft.assignedTo());
        }

        @Override
        public StepKind kind() {
            return StepKind.ADD_TASK;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.addTask(target, this);
        }

        @Override
        public boolean isCreation() {
            return true;
        }
    }

    record AddNote(NoteDraft draft) implements Step {

        /** The draft as it is sent, recognisable by its last line. */
        public NoteDraft marked(Marker marker) {
            return new NoteDraft(
                    marker.appendedTo(draft.body()), draft.title(), draft.color(), draft.pinned(), draft.userId());
        }

        @Override
        public StepKind kind() {
            return StepKind.ADD_NOTE;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.addNote(target, this);
        }

        @Override
        public boolean isCreation() {
            return true;
        }
    }

    record UpdateTask(String taskId, TaskChanges changes) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.UPDATE_TASK;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.updateTask(target, this);
        }
    }

    record CompleteTask(String taskId, boolean completed) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.COMPLETE_TASK;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.completeTask(target, this);
        }
    }

    record UpdateNote(String noteId, NoteChanges changes) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.UPDATE_NOTE;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.updateNote(target, this);
        }
    }

    record RemoveTags(List<String> tags) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.REMOVE_TAGS;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.removeTags(target, this);
        }
    }

    record DeleteTask(String taskId) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.DELETE_TASK;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.deleteTask(target, this);
        }
    }

    record DeleteNote(String noteId) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.DELETE_NOTE;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.deleteNote(target, this);
        }
    }

    /** @param contactId null: the one that an earlier step has found */
    record DeleteContact(String contactId) implements Step {
        @Override
        public StepKind kind() {
            return StepKind.DELETE_CONTACT;
        }

        @Override
        public <T> T with(StepVisitor<T> executor, StepContext target) {
            return executor.deleteContact(target, this);
        }

        public String contactIn(StepContext target) {
            return contactId == null ? target.contactId() : contactId;
        }
    }
}
