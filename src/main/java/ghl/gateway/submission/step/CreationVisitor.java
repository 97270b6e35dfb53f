package ghl.gateway.submission.step;

/** Something that can be done with the steps that create ({@link Step#isCreation()}), and with no others. */
interface CreationVisitor<T> extends StepVisitor<T> {

    private static IllegalArgumentException createsNothing(Step step) {
        return new IllegalArgumentException(step.kind() + " creates nothing");
    }

    @Override
    default T findContact(Target target, Step.FindContact step) {
        throw createsNothing(step);
    }

    @Override
    default T upsertContact(Target target, Step.UpsertContact step) {
        throw createsNothing(step);
    }

    @Override
    default T updateContact(Target target, Step.UpdateContact step) {
        throw createsNothing(step);
    }

    @Override
    default T addTags(Target target, Step.AddTags step) {
        throw createsNothing(step);
    }

    @Override
    default T updateTask(Target target, Step.UpdateTask step) {
        throw createsNothing(step);
    }

    @Override
    default T completeTask(Target target, Step.CompleteTask step) {
        throw createsNothing(step);
    }

    @Override
    default T updateNote(Target target, Step.UpdateNote step) {
        throw createsNothing(step);
    }

    @Override
    default T removeTags(Target target, Step.RemoveTags step) {
        throw createsNothing(step);
    }

    @Override
    default T deleteTask(Target target, Step.DeleteTask step) {
        throw createsNothing(step);
    }

    @Override
    default T deleteNote(Target target, Step.DeleteNote step) {
        throw createsNothing(step);
    }

    @Override
    default T deleteContact(Target target, Step.DeleteContact step) {
        throw createsNothing(step);
    }
}
