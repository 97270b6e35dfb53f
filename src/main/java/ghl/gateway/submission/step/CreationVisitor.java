package ghl.gateway.submission.step;

/** Something that can be done with the steps that create ({@link Step#isCreation()}), and with no others. */
interface CreationVisitor<T> extends StepVisitor<T> {

    private static IllegalArgumentException createsNothing(Step step) {
        return new IllegalArgumentException(step.kind() + " creates nothing");
    }

    @Override
    default T findContact(StepContext target, Step.FindContact step) {
        throw createsNothing(step);
    }

    @Override
    default T upsertContact(StepContext target, Step.UpsertContact step) {
        throw createsNothing(step);
    }

    @Override
    default T updateContact(StepContext target, Step.UpdateContact step) {
        throw createsNothing(step);
    }

    @Override
    default T addTags(StepContext target, Step.AddTags step) {
        throw createsNothing(step);
    }

    @Override
    default T updateTask(StepContext target, Step.UpdateTask step) {
        throw createsNothing(step);
    }

    @Override
    default T completeTask(StepContext target, Step.CompleteTask step) {
        throw createsNothing(step);
    }

    @Override
    default T updateNote(StepContext target, Step.UpdateNote step) {
        throw createsNothing(step);
    }

    @Override
    default T removeTags(StepContext target, Step.RemoveTags step) {
        throw createsNothing(step);
    }

    @Override
    default T deleteTask(StepContext target, Step.DeleteTask step) {
        throw createsNothing(step);
    }

    @Override
    default T deleteNote(StepContext target, Step.DeleteNote step) {
        throw createsNothing(step);
    }

    @Override
    default T deleteContact(StepContext target, Step.DeleteContact step) {
        throw createsNothing(step);
    }
}
