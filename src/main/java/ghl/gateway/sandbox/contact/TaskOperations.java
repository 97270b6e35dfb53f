package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.gate.Scopes;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The tasks of a contact. Source: the vendor's Contacts API. A due date without an offset is in UTC. */
public final class TaskOperations {

    private static final BodyRules OPTIONAL = BodyRules.of(
            optional("title", Checks.STRING),
            optional("body", Checks.STRING),
            optional("dueDate", Checks.ISO_DATE),
            optional("completed", Checks.BOOLEAN),
            optional("assignedTo", Checks.STRING));

    private static final BodyRules CREATE = OPTIONAL.and(
            required("title", Checks.NOT_EMPTY, Checks.STRING),
            required("dueDate", Checks.NOT_EMPTY, Checks.ISO_DATE),
            required("completed", Checks.BOOLEAN));

    private static final BodyRules COMPLETED = BodyRules.of(required("completed", Checks.BOOLEAN));

    private static final String LIST = "/contacts/{contactId}/tasks";
    private static final String ONE = LIST + "/{taskId}";

    private final SubRecords tasks;

    public TaskOperations(SandboxState state, Contacts contacts, Clock clock) {
        this.tasks = new SubRecords(Kind.TASK, "Task", state, contacts, clock);
    }

    public List<Operation> all() {
        return List.of(
                new Operation("get-all-tasks", "GET", LIST, Scopes.CONTACTS_READ, this::list),
                new Operation("create-task", "POST", LIST, Scopes.CONTACTS_WRITE, this::create),
                new Operation("get-task", "GET", ONE, Scopes.CONTACTS_READ, this::get),
                new Operation("update-task", "PUT", ONE, Scopes.CONTACTS_WRITE, request -> change(request, OPTIONAL)),
                new Operation("delete-task", "DELETE", ONE, Scopes.CONTACTS_WRITE, this::delete),
                new Operation(
                        "update-task-completed",
                        "PUT",
                        ONE + "/completed",
                        Scopes.CONTACTS_WRITE,
                        request -> change(request, COMPLETED)));
    }

    private SandboxReply list(Admitted request) {
        return SandboxReply.ok(SandboxJson.object()
                .set("tasks", SandboxJson.nodes(tasks.list(request).stream().map(task -> view(task, request)))));
    }

    private SandboxReply create(Admitted request) {
        ObjectNode task = tasks.blank(request);
        CREATE.check(request.body());
        fill(task, request.body());
        tasks.put(task);
        return SandboxReply.created(answer(task, request));
    }

    private SandboxReply get(Admitted request) {
        return SandboxReply.ok(answer(tasks.require(request, "taskId"), request));
    }

    private SandboxReply change(Admitted request, BodyRules rules) {
        ObjectNode task = tasks.require(request, "taskId").deepCopy();
        rules.check(request.body());
        fill(task, request.body());
        tasks.put(task);
        return SandboxReply.ok(answer(task, request));
    }

    private SandboxReply delete(Admitted request) {
        tasks.remove(request, "taskId");
        return SandboxReply.ok(SandboxJson.object().put("succeded", true));
    }

    private static void fill(ObjectNode task, ObjectNode body) {
        task.setAll(body);
        SandboxDates.instant(SandboxJson.text(task, "dueDate"), ZoneOffset.UTC)
                .ifPresent(due -> task.put("dueDate", SandboxDates.iso(due)));
    }

    private static ObjectNode answer(ObjectNode task, Admitted request) {
        return SandboxJson.object().set("task", view(task, request));
    }

    private static ObjectNode view(ObjectNode task, Admitted request) {
        ObjectNode view =
                task.deepCopy().retain("id", "title", "body", "assignedTo", "dueDate", "completed", "contactId");
        return Bodies.shown(view, request.location());
    }
}
