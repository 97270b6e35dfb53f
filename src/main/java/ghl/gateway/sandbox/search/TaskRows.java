package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.Bodies;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxState;

/**
 * Rows of task-search: {@code _id} instead of {@code id}, with details of the contact. Source: the vendor's Locations
 * API.
 */
final class TaskRows {

    private final SandboxState state;
    private final SandboxLocation location;

    TaskRows(SandboxState state, SandboxLocation location) {
        this.state = state;
        this.location = location;
    }

    ObjectNode row(ObjectNode task) {
        ObjectNode row = SandboxJson.object().put("_id", SandboxJson.text(task, "id"));
        ObjectNode shown = Bodies.shown(task.deepCopy(), location);
        shown.remove("id");
        row.setAll(shown);
        boolean completed = task.path("completed").booleanValue();
        row.put("status", completed ? "completed" : "incomplete");
        row.put("statusGroup", completed ? "closed" : "open").put("deleted", false);
        state.find(Kind.CONTACT, SandboxJson.text(task, "contactId"))
                .ifPresent(contact -> row.set(
                        "contactDetails", contact.deepCopy().retain("id", "firstName", "lastName", "email", "phone")));
        return row.set("searchAfter", SortOrder.NEWEST_FIRST.cursor(task));
    }
}
