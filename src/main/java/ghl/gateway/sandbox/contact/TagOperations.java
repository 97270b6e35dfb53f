package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.check.FieldRule.required;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.BodyRules;
import ghl.gateway.sandbox.check.Checks;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
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
                new Operation("add-tags", "POST", PATH, CONTACTS_WRITE, this::add),
                new Operation("remove-tags", "DELETE", PATH, CONTACTS_WRITE, this::remove));
    }

    private SandboxReply add(Admitted request) {
        ObjectNode contact = checkedContact(request);
        List<String> present = Tags.normalized(contact.path("tags"));
        List<String> named = Tags.normalized(request.body().get("tags"));
        return SandboxReply.created(stored(contact, Tags.union(present, named))
                .set("tagsAdded", SandboxJson.strings(Tags.minus(named, present))));
    }

    private SandboxReply remove(Admitted request) {
        ObjectNode contact = checkedContact(request);
        List<String> present = Tags.normalized(contact.path("tags"));
        List<String> named = Tags.normalized(request.body().get("tags"));
        return SandboxReply.ok(stored(contact, Tags.minus(present, named))
                .set("tagsRemoved", SandboxJson.strings(Tags.common(named, present))));
    }

    private ObjectNode checkedContact(Admitted request) {
        ObjectNode contact = contacts.require(request.segment("contactId"));
        BODY.check(request.body());
        return contact;
    }

    /** Stores the contact with these tags. Returns the answer. */
    private ObjectNode stored(ObjectNode contact, List<String> tags) {
        ObjectNode next = contact.deepCopy();
        next.set("tags", SandboxJson.strings(tags));
        contacts.put(next);
        return SandboxJson.object().set("tags", SandboxJson.strings(tags));
    }
}
