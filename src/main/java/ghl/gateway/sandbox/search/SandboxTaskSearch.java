package ghl.gateway.sandbox.search;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.gate.Scopes.TASKS_READ;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.contact.Bodies;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxLocation;
import ghl.gateway.sandbox.state.SandboxState;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * task-search of the Locations API: status 201, {@code limit} defaults to 25, no total. Lags like the other searches.
 * Source: TaskSearchParamsDto, Locations API. Decided here: at most 500 rows a page, any number of contact IDs.
 */
public final class SandboxTaskSearch {

    private static final BodyRules BODY = BodyRules.of(
            optional("contactId", Checks.STRINGS),
            optional("completed", Checks.BOOLEAN),
            optional("assignedTo", Checks.STRINGS),
            optional("query", Checks.STRING),
            optional("limit", Checks.wholeNumber(1, 500)),
            optional("skip", Checks.wholeNumber(0, Integer.MAX_VALUE)),
            optional("businessId", Checks.STRING));

    private final SandboxState state;

    public SandboxTaskSearch(SandboxState state) {
        this.state = state;
    }

    public List<Operation> all() {
        return List.of(
                new Operation("task-search", "POST", "/locations/{locationId}/tasks/search", TASKS_READ, this::search));
    }

    private SandboxReply search(Admitted request) {
        ObjectNode body = request.body();
        BODY.check(body);
        Stream<ObjectNode> page = state.searched(Kind.TASK, request.location()).stream()
                .filter(filter(body))
                .sorted(SortOrder.NEWEST_FIRST.comparator())
                .skip(body.path("skip").asLong(0))
                .limit(body.path("limit").asLong(25));
        return SandboxReply.created(
                SandboxJson.object().set("tasks", SandboxJson.nodes(page.map(task -> row(task, request.location())))));
    }

    /** {@code _id} instead of {@code id}, with details of the contact. */
    private ObjectNode row(ObjectNode task, SandboxLocation location) {
        ObjectNode row = SandboxJson.object().put("_id", SandboxJson.text(task, "id"));
        ObjectNode shown = Bodies.shown(task.deepCopy(), location);
        row.setAll(shown.<ObjectNode>without("id"));
        boolean completed = task.path("completed").booleanValue();
        row.put("status", completed ? "completed" : "incomplete");
        row.put("statusGroup", completed ? "closed" : "open").put("deleted", false);
        contactOf(task)
                .ifPresent(contact -> row.set(
                        "contactDetails", contact.deepCopy().retain("id", "firstName", "lastName", "email", "phone")));
        return row.set("searchAfter", SortOrder.NEWEST_FIRST.cursor(task));
    }

    private Predicate<ObjectNode> filter(ObjectNode body) {
        Predicate<ObjectNode> filter = isOneOf(body, "contactId").and(isOneOf(body, "assignedTo"));
        if (body.has("completed")) {
            boolean completed = body.get("completed").booleanValue();
            filter = filter.and(task -> task.path("completed").booleanValue() == completed);
        }
        String query = SandboxJson.text(body, "query");
        if (query != null) {
            filter = filter.and(task -> mentions(task, query.toLowerCase(Locale.ROOT)));
        }
        String businessId = SandboxJson.text(body, "businessId");
        return businessId == null
                ? filter
                : filter.and(task -> contactOf(task)
                        .filter(contact -> businessId.equals(SandboxJson.text(contact, "businessId")))
                        .isPresent());
    }

    private static Predicate<ObjectNode> isOneOf(ObjectNode body, String field) {
        List<String> wanted =
                SandboxJson.items(body.path(field)).map(JsonNode::textValue).toList();
        return task -> wanted.isEmpty() || wanted.contains(Objects.toString(SandboxJson.text(task, field)));
    }

    private static boolean mentions(ObjectNode task, String query) {
        return Stream.of("title", "body")
                .map(field -> task.path(field).asText().toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains(query));
    }

    private Optional<ObjectNode> contactOf(ObjectNode task) {
        return state.find(Kind.CONTACT, SandboxJson.text(task, "contactId"));
    }
}
