package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_READ;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The tasks of a contact. Source: the vendor's Contacts API. A due date without an offset is in UTC. */
public final class TaskOperations extends SubRecordOperations {

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

    public TaskOperations(SandboxState state, Contacts contacts, Clock clock) {
        super(Kind.TASK, "Task", "taskId", state, contacts, clock);
    }

    public List<Operation> all() {
        return List.of(
                new Operation("get-all-tasks", "GET", LIST, CONTACTS_READ, this::list),
                new Operation("create-task", "POST", LIST, CONTACTS_WRITE, request -> create(request, CREATE)),
                new Operation("get-task", "GET", ONE, CONTACTS_READ, this::get),
                new Operation("update-task", "PUT", ONE, CONTACTS_WRITE, request -> update(request, OPTIONAL)),
                new Operation("delete-task", "DELETE", ONE, CONTACTS_WRITE, this::delete),
                new Operation(
                        "update-task-completed",
                        "PUT",
                        ONE + "/completed",
                        CONTACTS_WRITE,
                        request -> update(request, COMPLETED)));
    }

    @Override
    void fill(ObjectNode task, ObjectNode body) {
        super.fill(task, body);
        SandboxDates.instant(SandboxJson.text(task, "dueDate"), ZoneOffset.UTC)
                .ifPresent(due -> task.put("dueDate", SandboxDates.iso(due)));
    }

    @Override
    ObjectNode view(ObjectNode task) {
        return task.deepCopy().retain("id", "title", "body", "assignedTo", "dueDate", "completed", "contactId");
    }
}
