package ghl.gateway.submission.step;

/** Something that can be done with every kind of step: running it, or saying what it would do. */
public interface StepVisitor<T> {

    T findContact(StepContext target, Step.FindContact step);

    T upsertContact(StepContext target, Step.UpsertContact step);

    T createContact(StepContext target, Step.CreateContact step);

    T updateContact(StepContext target, Step.UpdateContact step);

    T addTags(StepContext target, Step.AddTags step);

    T addTask(StepContext target, Step.AddTask step);

    T addNote(StepContext target, Step.AddNote step);

    T updateTask(StepContext target, Step.UpdateTask step);

    T completeTask(StepContext target, Step.CompleteTask step);

    T updateNote(StepContext target, Step.UpdateNote step);

    T removeTags(StepContext target, Step.RemoveTags step);

    T deleteTask(StepContext target, Step.DeleteTask step);

    T deleteNote(StepContext target, Step.DeleteNote step);

    T deleteContact(StepContext target, Step.DeleteContact step);
}
