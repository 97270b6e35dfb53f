package ghl.gateway.sandbox.search;

import static ghl.gateway.sandbox.check.FieldRule.optional;
import static ghl.gateway.sandbox.check.FieldRule.required;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_READ;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * search-contacts-advanced, as reported: the vendor documents it outside its API reference. Decided here: {@code page}
 * together with {@code searchAfter}, and pages beyond the ten thousandth record, are answered with 400.
 */
public final class ContactSearch {

    private static final int REACH_OF_PAGES = 10_000;

    private static final BodyRules BODY = BodyRules.of(
            required("locationId", Checks.NOT_EMPTY, Checks.STRING),
            required("pageLimit", Checks.wholeNumber(1, 500)),
            optional("page", Checks.wholeNumber(1, REACH_OF_PAGES)),
            optional("searchAfter", Checks.ARRAY),
            optional("filters", Checks.ARRAY),
            optional("sort", Checks.ARRAY, Checks.maxSize(2)),
            optional("query", Checks.STRING, Checks.maxLength(75)));

    private final SandboxState state;

    public ContactSearch(SandboxState state) {
        this.state = state;
    }

    public List<Operation> all() {
        return List.of(
                new Operation("search-contacts-advanced", "POST", "/contacts/search", CONTACTS_READ, this::search));
    }

    private SandboxReply search(Admitted request) {
        ObjectNode body = request.body();
        BODY.check(body);
        checkPaging(body);
        SortOrder order = SortOrder.of(body.path("sort"));
        List<ObjectNode> found = state.searched(Kind.CONTACT, request.location()).stream()
                .filter(filter(request))
                .sorted(order.comparator())
                .toList();
        Rows rows = new Rows(request.location());
        ObjectNode answer = SandboxJson.object();
        answer.set(
                "contacts",
                SandboxJson.nodes(
                        page(found, body, order).map(contact -> rows.searched(contact, order.cursor(contact)))));
        return SandboxReply.ok(answer.put("total", found.size()));
    }

    private static void checkPaging(ObjectNode body) {
        if (body.has("page") && body.has("searchAfter")) {
            throw SandboxRefusal.badRequest("Pass either page or searchAfter, not both");
        }
        long reach = body.path("page").asLong(1) * body.get("pageLimit").asLong();
        if (reach > REACH_OF_PAGES) {
            throw SandboxRefusal.badRequest("page and pageLimit reach 10000 records at most, use searchAfter beyond");
        }
    }

    private static Predicate<ObjectNode> filter(Admitted request) {
        Predicate<ObjectNode> filters =
                new Filters(request.location()).all(request.body().path("filters"));
        String query = SandboxJson.text(request.body(), "query");
        return query == null ? filters : filters.and(Filters.freeText(query));
    }

    private static Stream<ObjectNode> page(List<ObjectNode> found, ObjectNode body, SortOrder order) {
        int limit = body.get("pageLimit").intValue();
        JsonNode cursor = body.path("searchAfter");
        if (cursor.isEmpty()) {
            return found.stream()
                    .skip((body.path("page").asLong(1) - 1) * limit)
                    .limit(limit);
        }
        if (!order.fits(cursor)) {
            throw SandboxRefusal.badRequest("Invalid searchAfter");
        }
        return found.stream().filter(contact -> order.isAfter(contact, cursor)).limit(limit);
    }
}
