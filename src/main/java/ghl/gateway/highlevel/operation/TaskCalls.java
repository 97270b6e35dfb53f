package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.highlevel.call.UpstreamException.NotFound;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmClients;
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
public class TaskCalls {

    private final CrmCaller calls;
    private final CrmClients crm;

    public TaskCalls(CrmCaller calls, CrmClients crm) {
        this.calls = calls;
        this.crm = crm;
    }

    public Uni<List<Task>> all(String locationId, String contactId) {
        return calls.read(
                locationId,
                "get-all-tasks",
                () -> crm.contacts().getAllTasks(contactId),
                answer -> answer.tasks().stream()
                        .map(task -> WireMapper.task(task, contactId))
                        .toList());
    }

    public Uni<Task> one(String locationId, String contactId, String taskId) {
        return calls.read(
                        locationId,
                        "get-task",
                        () -> crm.contacts().getTask(contactId, taskId),
                        answer -> WireMapper.task(answer.task(), contactId))
                .onFailure(NotFound.class)
                .recoverWithNull();
    }

    public Uni<Task> create(String locationId, String contactId, TaskDraft draft) {
        return written(locationId, contactId, "create-task", () -> crm.contacts()
                .createTask(contactId, RequestBodies.newTask(draft)));
    }

    public Uni<Task> update(String locationId, String contactId, String taskId, TaskChanges changes) {
        return written(locationId, contactId, "update-task", () -> crm.contacts()
                .updateTask(contactId, taskId, RequestBodies.taskChanges(changes)));
    }

    public Uni<Task> complete(String locationId, String contactId, String taskId, boolean completed) {
        return written(locationId, contactId, "update-task-completed", () -> crm.contacts()
                .updateTaskCompleted(contactId, taskId, RequestBodies.taskCompleted(completed)));
    }

    public Uni<Void> delete(String locationId, String contactId, String taskId) {
        return calls.writeUntilDone(
                locationId, "delete-task", () -> crm.contacts().deleteTask(contactId, taskId));
    }

    private Uni<Task> written(
            String locationId, String contactId, String operation, Supplier<Uni<RestResponse<TaskJson.One>>> request) {
        return calls.write(locationId, operation, request, answer -> WireMapper.task(answer.task(), contactId));
    }
}
