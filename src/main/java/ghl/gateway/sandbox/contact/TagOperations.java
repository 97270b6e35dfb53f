package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.gate.Scopes;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxReply;
import java.util.List;

/**
 * add-tags and remove-tags. Source: the vendor's Contacts API. Decided here: an empty list changes nothing; removing a
 * tag that the contact lacks succeeds.
 */
public final class TagOperations {

    private static final BodyRules BODY = BodyRules.of(required("tags", Checks.STRINGS));
    private static final String PATH = "/contacts/{contactId}/tags";

    private final Contacts contacts;

    public TagOperations(Contacts contacts) {
        this.contacts = contacts;
    }

    public List<Operation> all() {
        return List.of(
                new Operation("add-tags", "POST", PATH, Scopes.CONTACTS_WRITE, this::add),
                new Operation("remove-tags", "DELETE", PATH, Scopes.CONTACTS_WRITE, this::remove));
    }

    private SandboxReply add(Admitted request) {
        ObjectNode contact = checked(request);
        List<String> present = Tags.normalized(contact.path("tags"));
        List<String> named = Tags.normalized(request.body().get("tags"));
        List<String> tags = Tags.union(present, named);
        put(contact, tags);
        return SandboxReply.created(answer(tags).set("tagsAdded", SandboxJson.strings(Tags.minus(named, present))));
    }

    private SandboxReply remove(Admitted request) {
        ObjectNode contact = checked(request);
        List<String> present = Tags.normalized(contact.path("tags"));
        List<String> named = Tags.normalized(request.body().get("tags"));
        List<String> tags = Tags.minus(present, named);
        put(contact, tags);
        return SandboxReply.ok(answer(tags).set("tagsRemoved", SandboxJson.strings(Tags.common(named, present))));
    }

    private ObjectNode checked(Admitted request) {
        ObjectNode contact = contacts.require(request.segment("contactId"));
        BODY.check(request.body());
        return contact;
    }

    private void put(ObjectNode contact, List<String> tags) {
        ObjectNode next = contact.deepCopy();
        next.set("tags", SandboxJson.strings(tags));
        contacts.put(next);
    }

    private static ObjectNode answer(List<String> tags) {
        return SandboxJson.object().set("tags", SandboxJson.strings(tags));
    }
}
