package ghl.gateway.highlevel;

import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.highlevel.UpstreamException.NotFound;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.TaskJson;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The tasks of one contact. */
@ApplicationScoped
class TaskCalls {

    private final Calls calls;
    private final CrmClients crm;

    TaskCalls(Calls calls, CrmClients crm) {
        this.calls = calls;
        this.crm = crm;
    }

    Uni<List<Task>> all(String locationId, String contactId) {
        return calls.read(
                locationId,
                "get-all-tasks",
                () -> crm.contacts().getAllTasks(contactId),
                answer -> answer.tasks().stream()
                        .map(task -> WireMapper.task(task, contactId))
                        .toList());
    }

    Uni<Task> one(String locationId, String contactId, String taskId) {
        return calls.read(
                        locationId,
                        "get-task",
                        () -> crm.contacts().getTask(contactId, taskId),
                        answer -> WireMapper.task(answer.task(), contactId))
                .onFailure(NotFound.class)
                .recoverWithNull();
    }

    Uni<Task> create(String locationId, String contactId, TaskDraft draft) {
        return written(locationId, contactId, "create-task", () -> crm.contacts()
                .createTask(contactId, RequestBodies.newTask(draft)));
    }

    Uni<Task> update(String locationId, String contactId, String taskId, TaskChanges changes) {
        return written(locationId, contactId, "update-task", () -> crm.contacts()
                .updateTask(contactId, taskId, RequestBodies.taskChanges(changes)));
    }

    Uni<Task> complete(String locationId, String contactId, String taskId, boolean completed) {
        return written(locationId, contactId, "update-task-completed", () -> crm.contacts()
                .updateTaskCompleted(contactId, taskId, RequestBodies.taskCompleted(completed)));
    }

    Uni<Void> delete(String locationId, String contactId, String taskId) {
        return calls.writeUntilDone(
                locationId, "delete-task", () -> crm.contacts().deleteTask(contactId, taskId));
    }

    private Uni<Task> written(
            String locationId, String contactId, String operation, Supplier<Uni<RestResponse<TaskJson.One>>> request) {
        return calls.write(locationId, operation, request, answer -> WireMapper.task(answer.task(), contactId));
    }
}
