package ghl.gateway.sandbox.search;

import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_READ;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.QueryRules;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.Kind;
import ghl.gateway.sandbox.state.SandboxState;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** get-contacts and get-contacts-by-businessId. Source: the vendor's Contacts API. */
public final class ListOperations {

    private final SandboxState state;

    public ListOperations(SandboxState state) {
        this.state = state;
    }

    public List<Operation> all() {
        return List.of(
                new Operation("get-contacts", "GET", "/contacts", CONTACTS_READ, this::list),
                new Operation(
                        "get-contacts-by-businessId",
                        "GET",
                        "/contacts/business/{businessId}",
                        CONTACTS_READ,
                        this::ofBusiness));
    }

    /** Both the documented {@code count} and the {@code meta} that clients read. */
    private SandboxReply list(Admitted request) {
        QueryRules.required(request.call(), "locationId");
        int limit = QueryRules.between(request.call(), "limit", 20, 1, 100);
        ListPage page = ListPage.of(matching(request).toList(), request.call(), limit);
        ObjectNode body = SandboxJson.object();
        body.set("contacts", rows(request, page.contacts().stream()));
        body.put("count", page.total());
        return SandboxReply.ok(body.set("meta", page.meta(request.call())));
    }

    private SandboxReply ofBusiness(Admitted request) {
        QueryRules.required(request.call(), "locationId");
        int limit = QueryRules.between(request.call(), "limit", 25, 1, 100);
        int skip = QueryRules.between(request.call(), "skip", 0, 0, Integer.MAX_VALUE);
        String businessId = request.segment("businessId");
        List<ObjectNode> all = matching(request)
                .filter(contact -> businessId.equals(SandboxJson.text(contact, "businessId")))
                .toList();
        ObjectNode body = SandboxJson.object();
        body.set("contacts", rows(request, all.stream().skip(skip).limit(limit)));
        return SandboxReply.ok(body.put("count", all.size()));
    }

    private Stream<ObjectNode> matching(Admitted request) {
        Predicate<ObjectNode> query =
                request.call().query("query").map(Filters::freeText).orElse(contact -> true);
        return state.searched(Kind.CONTACT, request.location()).stream()
                .filter(query)
                .sorted(SortOrder.NEWEST_FIRST.comparator());
    }

    private static ArrayNode rows(Admitted request, Stream<ObjectNode> contacts) {
        Rows rows = new Rows(request.location());
        return SandboxJson.nodes(contacts.map(rows::listed));
    }
}
