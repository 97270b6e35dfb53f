package ghl.gateway.highlevel.operation;

import ghl.gateway.contact.Task;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.highlevel.transport.CrmCaller;
import ghl.gateway.highlevel.transport.CrmCaller.Request;
import ghl.gateway.highlevel.transport.CrmClients;
import ghl.gateway.highlevel.wire.RequestBodies;
import ghl.gateway.highlevel.wire.TaskJson;
import ghl.gateway.highlevel.wire.WireMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tasks of one contact. */
@ApplicationScoped
public class TaskCalls {

    private final CrmCaller caller;
    private final CrmClients crm;

    public TaskCalls(CrmCaller caller, CrmClients crm) {
        this.caller = caller;
        this.crm = crm;
    }

    public Uni<List<Task>> list(String locationId, String contactId) {
        return caller.read(
                locationId,
                "get-all-tasks",
                token -> crm.contacts().getAllTasks(token, contactId),
                answer -> answer.tasks().stream()
                        .map(task -> WireMapper.task(task, contactId))
                        .toList());
    }

    public Uni<Task> get(String locationId, String contactId, String taskId) {
        return caller.readOrNull(
                locationId,
                "get-task",
                token -> crm.contacts().getTask(token, contactId, taskId),
                answer -> WireMapper.task(answer.task(), contactId));
    }

    public Uni<Task> create(String locationId, String contactId, TaskDraft draft) {
        return write(locationId, contactId, "create-task", token -> crm.contacts()
                .createTask(token, contactId, RequestBodies.of(draft)));
    }

    public Uni<Task> update(String locationId, String contactId, String taskId, TaskChanges changes) {
        return write(locationId, contactId, "update-task", token -> crm.contacts()
                .updateTask(token, contactId, taskId, RequestBodies.of(changes)));
    }

    public Uni<Task> complete(String locationId, String contactId, String taskId, boolean completed) {
        return write(locationId, contactId, "update-task-completed", token -> crm.contacts()
                .updateTaskCompleted(token, contactId, taskId, RequestBodies.taskCompleted(completed)));
    }

    public Uni<Void> delete(String locationId, String contactId, String taskId) {
        return caller.delete(locationId, "delete-task", token -> crm.contacts().deleteTask(token, contactId, taskId));
    }

    private Uni<Task> write(String locationId, String contactId, String operation, Request<TaskJson.One> request) {
        return caller.write(locationId, operation, request, answer -> WireMapper.task(answer.task(), contactId));
    }
}
