package ghl.gateway.submission.step;

/** Something that can be done with every kind of step: running it, or saying what it would do. */
public interface StepVisitor<T> {

    T findContact(Target target, Step.FindContact step);

    T upsertContact(Target target, Step.UpsertContact step);

    T createContact(Target target, Step.CreateContact step);

    T updateContact(Target target, Step.UpdateContact step);

    T addTags(Target target, Step.AddTags step);

    T addTask(Target target, Step.AddTask step);

    T addNote(Target target, Step.AddNote step);

    T updateTask(Target target, Step.UpdateTask step);

    T completeTask(Target target, Step.CompleteTask step);

    T updateNote(Target target, Step.UpdateNote step);

    T removeTags(Target target, Step.RemoveTags step);

    T deleteTask(Target target, Step.DeleteTask step);

    T deleteNote(Target target, Step.DeleteNote step);

    T deleteContact(Target target, Step.DeleteContact step);
}
