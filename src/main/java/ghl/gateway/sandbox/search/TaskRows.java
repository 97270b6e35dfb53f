package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.Bodies;
import ghl.gateway.sandbox.http.Json;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.Location;
import ghl.gateway.sandbox.state.SandboxState;

/**
 * Rows of task-search: {@code _id} instead of {@code id}, and details of the contact. Source: the vendor's Locations API.
 */
final class TaskRows {

    private final SandboxState state;
    private final Location location;

    TaskRows(SandboxState state, Location location) {
        this.state = state;
        this.location = location;
    }

    ObjectNode row(ObjectNode task) {
        ObjectNode row = Json.object().put("_id", Json.text(task, "id"));
        ObjectNode shown = Bodies.shown(task.deepCopy(), location);
        shown.remove("id");
        row.setAll(shown);
        boolean completed = task.path("completed").booleanValue();
        row.put("status", completed ? "completed" : "incomplete");
        row.put("statusGroup", completed ? "closed" : "open").put("deleted", false);
        state.find(Kind.CONTACT, Json.text(task, "contactId"))
                .ifPresent(contact -> row.set(
                        "contactDetails", contact.deepCopy().retain("id", "firstName", "lastName", "email", "phone")));
        return row.set("searchAfter", SortOrder.NEWEST_FIRST.cursor(task));
    }
}
