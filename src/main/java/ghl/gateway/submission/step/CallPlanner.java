package ghl.gateway.submission.step;

import ghl.gateway.highlevel.CallPreview;
import ghl.gateway.highlevel.CallPreview.Call;
import ghl.gateway.submission.receipt.PlannedCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says which calls a plan's steps would make. */
@ApplicationScoped
public class CallPlanner implements StepVisitor<Call> {

    /** Stands for an id that an earlier step will tell. */
    private static final String UNKNOWN_YET = "{contactId}";

    private final CallPreview preview;

    CallPlanner(CallPreview preview) {
        this.preview = preview;
    }

    public List<PlannedCall> plan(Plan plan) {
        Target target = new Target(plan.locationId(), UNKNOWN_YET);
        List<PlannedCall> calls = new ArrayList<>();
        for (Step step : plan.steps()) {
            Call call = step.with(this, target);
            calls.add(new PlannedCall(calls.size() + 1, step.kind(), call.method(), call.path(), call.body()));
            target = step instanceof Step.FindContact find && find.match().id() != null
                    ? new Target(plan.locationId(), find.match().id())
                    : target;
        }
        return calls;
    }

    @Override
    public Call findContact(Target target, Step.FindContact step) {
        return step.match().id() != null
                ? preview.contact(step.match().id())
                : preview.contactByEmailOrPhone(
                        target.locationId(), step.match().email(), step.match().phone());
    }

    @Override
    public Call upsertContact(Target target, Step.UpsertContact step) {
        return preview.upsertContact(target.locationId(), step.draft());
    }

    @Override
    public Call createContact(Target target, Step.CreateContact step) {
        return preview.createContact(target.locationId(), step.draft());
    }

    @Override
    public Call updateContact(Target target, Step.UpdateContact step) {
        return preview.updateContact(target.contactId(), step.draft());
    }

    @Override
    public Call addTags(Target target, Step.AddTags step) {
        return preview.addTags(target.contactId(), step.tags());
    }

    @Override
    public Call addTask(Target target, Step.AddTask step) {
        return preview.createTask(target.contactId(), step.draft());
    }

    @Override
    public Call addNote(Target target, Step.AddNote step) {
        return preview.createNote(target.contactId(), step.draft());
    }

    @Override
    public Call updateTask(Target target, Step.UpdateTask step) {
        return preview.updateTask(target.contactId(), step.taskId(), step.changes());
    }

    @Override
    public Call completeTask(Target target, Step.CompleteTask step) {
        return preview.completeTask(target.contactId(), step.taskId(), step.completed());
    }

    @Override
    public Call updateNote(Target target, Step.UpdateNote step) {
        return preview.updateNote(target.contactId(), step.noteId(), step.changes());
    }

    @Override
    public Call removeTags(Target target, Step.RemoveTags step) {
        return preview.removeTags(target.contactId(), step.tags());
    }

    @Override
    public Call deleteTask(Target target, Step.DeleteTask step) {
        return preview.deleteTask(target.contactId(), step.taskId());
    }

    @Override
    public Call deleteNote(Target target, Step.DeleteNote step) {
        return preview.deleteNote(target.contactId(), step.noteId());
    }

    @Override
    public Call deleteContact(Target target, Step.DeleteContact step) {
        return preview.deleteContact(step.contactId());
    }
}
