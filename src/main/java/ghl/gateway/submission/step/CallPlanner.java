package ghl.gateway.submission.step;

import ghl.gateway.highlevel.CallPreview;
import ghl.gateway.highlevel.CallPreview.Call;
import ghl.gateway.submission.receipt.PlannedCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Lists the calls that a plan's steps would make. Makes none itself. */
@ApplicationScoped
public class CallPlanner {

    /** Placeholder for the contact id that an earlier step provides. */
    private static final String CONTACT_ID = "{contactId}";

    /** Placeholder for the step's marker. */
    private static final Marker MARKER = new Marker("ref {marker}");

    private final CallPreview preview;

    CallPlanner(CallPreview preview) {
        this.preview = preview;
    }

    public List<PlannedCall> plan(Plan plan) {
        String contactId = CONTACT_ID;
        List<PlannedCall> calls = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            if (step instanceof Step.DeleteContact delete) {
                contactId = delete.contactId() == null ? contactId : delete.contactId();
                calls.add(planned(i + 1, step, preview.contact(contactId)));
            }
            calls.add(planned(i + 1, step, call(step, plan.locationId(), contactId)));
            if (step instanceof Step.FindContact find && find.match().id() != null) {
                contactId = find.match().id();
            }
        }
        return calls;
    }

    private static PlannedCall planned(int number, Step step, Call call) {
        return new PlannedCall(number, step.kind(), call.method(), call.path(), call.body());
    }

    private Call call(Step step, String locationId, String contactId) {
        return switch (step.kind()) {
            case FIND_CONTACT -> find(((Step.FindContact) step).match(), locationId);
            case UPSERT_CONTACT -> preview.upsertContact(locationId, ((Step.UpsertContact) step).draft());
            case CREATE_CONTACT -> preview.createContact(locationId, ((Step.CreateContact) step).draft());
            case UPDATE_CONTACT -> preview.updateContact(contactId, ((Step.UpdateContact) step).draft());
            case ADD_TAGS -> preview.addTags(contactId, ((Step.AddTags) step).tags());
            case REMOVE_TAGS -> preview.removeTags(contactId, ((Step.RemoveTags) step).tags());
            case ADD_TASK -> preview.createTask(contactId, ((Step.AddTask) step).marked(MARKER));
            case ADD_NOTE -> preview.createNote(contactId, ((Step.AddNote) step).marked(MARKER));
            case UPDATE_TASK -> {
                Step.UpdateTask update = (Step.UpdateTask) step;
                yield preview.updateTask(contactId, update.taskId(), update.changes());
            }
            case COMPLETE_TASK -> {
                Step.CompleteTask complete = (Step.CompleteTask) step;
                yield preview.completeTask(contactId, complete.taskId(), complete.completed());
            }
            case UPDATE_NOTE -> {
                Step.UpdateNote update = (Step.UpdateNote) step;
                yield preview.updateNote(contactId, update.noteId(), update.changes());
            }
            case DELETE_TASK -> preview.deleteTask(contactId, ((Step.DeleteTask) step).taskId());
            case DELETE_NOTE -> preview.deleteNote(contactId, ((Step.DeleteNote) step).noteId());
            case DELETE_CONTACT -> preview.deleteContact(contactId);
        };
    }

    private Call find(ContactMatch match, String locationId) {
        return match.id() != null
                ? preview.contact(match.id())
                : preview.contactByEmailOrPhone(locationId, match.email(), match.phone());
    }
}
