package ghl.gateway.submission.step;

import ghl.gateway.highlevel.CallPreview;
import ghl.gateway.highlevel.CallPreview.Call;
import ghl.gateway.submission.receipt.PlannedCall;
import io.smallrye.mutiny.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says which calls a plan's steps would make. */
@ApplicationScoped
public class CallPlanner implements StepVisitor<List<Call>> {

    /** Stands for an id that an earlier step will tell. */
    private static final String UNKNOWN_YET = "{contactId}";

    /** Stands for the marker that the submission will have. */
    private static final Marker SOME_MARKER = new Marker("ref {marker}");

    private final CallPreview preview;

    CallPlanner(CallPreview preview) {
        this.preview = preview;
    }

    public List<PlannedCall> plan(Plan plan) {
        StepContext target = target(plan, UNKNOWN_YET);
        List<PlannedCall> calls = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            int number = i + 1;
            step.with(this, target).stream()
                    .map(call -> new PlannedCall(number, step.kind(), call.method(), call.path(), call.body()))
                    .forEach(calls::add);
            target = step instanceof Step.FindContact find && find.match().id() != null
                    ? target(plan, find.match().id())
                    : target;
        }
        return calls;
    }

    private static StepContext target(Plan plan, String contactId) {
        return new StepContext(plan.locationId(), contactId, SOME_MARKER, Context.empty());
    }

    @Override
    public List<Call> findContact(StepContext target, Step.FindContact step) {
        ContactMatch match = step.match();
        return List.of(
                match.id() != null
                        ? preview.contact(match.id())
                        : preview.contactByEmailOrPhone(target.locationId(), match.email(), match.phone()));
    }

    @Override
    public List<Call> upsertContact(StepContext target, Step.UpsertContact step) {
        return List.of(preview.upsertContact(target.locationId(), step.draft()));
    }

    @Override
    public List<Call> createContact(StepContext target, Step.CreateContact step) {
        return List.of(preview.createContact(target.locationId(), step.draft()));
    }

    @Override
    public List<Call> updateContact(StepContext target, Step.UpdateContact step) {
        return List.of(preview.updateContact(target.contactId(), step.draft()));
    }

    @Override
    public List<Call> addTags(StepContext target, Step.AddTags step) {
        return List.of(preview.addTags(target.contactId(), step.tags()));
    }

    @Override
    public List<Call> addTask(StepContext target, Step.AddTask step) {
        return List.of(preview.createTask(target.contactId(), step.marked(target.marker())));
    }

    @Override
    public List<Call> addNote(StepContext target, Step.AddNote step) {
        return List.of(preview.createNote(target.contactId(), step.marked(target.marker())));
    }

    @Override
    public List<Call> updateTask(StepContext target, Step.UpdateTask step) {
        return List.of(preview.updateTask(target.contactId(), step.taskId(), step.changes()));
    }

    @Override
    public List<Call> completeTask(StepContext target, Step.CompleteTask step) {
        return List.of(preview.completeTask(target.contactId(), step.taskId(), step.completed()));
    }

    @Override
    public List<Call> updateNote(StepContext target, Step.UpdateNote step) {
        return List.of(preview.updateNote(target.contactId(), step.noteId(), step.changes()));
    }

    @Override
    public List<Call> removeTags(StepContext target, Step.RemoveTags step) {
        return List.of(preview.removeTags(target.contactId(), step.tags()));
    }

    @Override
    public List<Call> deleteTask(StepContext target, Step.DeleteTask step) {
        return List.of(preview.deleteTask(target.contactId(), step.taskId()));
    }

    @Override
    public List<Call> deleteNote(StepContext target, Step.DeleteNote step) {
        return List.of(preview.deleteNote(target.contactId(), step.noteId()));
    }

    @Override
    public List<Call> deleteContact(StepContext target, Step.DeleteContact step) {
        String contactId = step.contactIn(target);
        return List.of(preview.contact(contactId), preview.deleteContact(contactId));
    }
}
