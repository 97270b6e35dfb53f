package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.Phone;
import ghl.gateway.sandbox.check.QueryRules;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.gate.Scopes;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Create, read, update, delete and look up one contact. Source: the vendor's Contacts API. */
public final class ContactOperations {

    private final Contacts contacts;

    public ContactOperations(Contacts contacts) {
        this.contacts = contacts;
    }

    public List<Operation> all() {
        UpsertOperation upsert = new UpsertOperation(contacts);
        return List.of(
                new Operation(
                        "get-duplicate-contact",
                        "GET",
                        "/contacts/search/duplicate",
                        Scopes.CONTACTS_READ,
                        this::duplicate),
                new Operation("upsert-contact", "POST", "/contacts/upsert", Scopes.CONTACTS_WRITE, upsert::handle),
                new Operation("create-contact", "POST", "/contacts", Scopes.CONTACTS_WRITE, this::create),
                new Operation("get-contact", "GET", "/contacts/{contactId}", Scopes.CONTACTS_READ, this::get),
                new Operation("update-contact", "PUT", "/contacts/{contactId}", Scopes.CONTACTS_WRITE, this::update),
                new Operation(
                        "delete-contact", "DELETE", "/contacts/{contactId}", Scopes.CONTACTS_WRITE, this::delete));
    }

    private SandboxReply create(Admitted request) {
        SandboxLocation location = request.location();
        ContactRules.create(location.country()).check(request.body());
        ObjectNode contact = new ContactEdit(location).apply(contacts.blank(location), request.body(), Set.of());
        if (!location.allowDuplicateContact()) {
            Matching.byRulesOf(location, contacts.in(location))
                    .first(Identity.of(contact))
                    .ifPresent(ContactOperations::refuseDuplicate);
        }
        contacts.put(contact);
        return SandboxReply.created(SandboxJson.object().set("contact", ContactView.created(contact)));
    }

    private SandboxReply get(Admitted request) {
        ObjectNode contact = contacts.require(request.segment("contactId"));
        return SandboxReply.ok(SandboxJson.object().set("contact", ContactView.of(contact)));
    }

    /** Decided here: an e-mail or phone of another contact is refused as a duplicate, as create does. */
    private SandboxReply update(Admitted request) {
        SandboxLocation location = request.location();
        ObjectNode current = contacts.require(request.segment("contactId"));
        ContactRules.update(location.country()).check(request.body());
        ObjectNode next = new ContactEdit(location).apply(current, request.body(), Set.of());
        if (!location.allowDuplicateContact()) {
            Matching.byRulesOf(location, contacts.in(location))
                    .firstOther(changed(current, next), SandboxJson.text(current, "id"))
                    .ifPresent(ContactOperations::refuseDuplicate);
        }
        contacts.put(next);
        ObjectNode body = SandboxJson.object().put("succeded", true);
        return SandboxReply.ok(body.set("contact", ContactView.of(next)));
    }

    private SandboxReply delete(Admitted request) {
        String id = request.segment("contactId");
        contacts.require(id);
        contacts.remove(id);
        return SandboxReply.ok(SandboxJson.object().put("succeded", true));
    }

    /** Sees every write at once, unlike searches. {@code contact} is null without a match. */
    private SandboxReply duplicate(Admitted request) {
        QueryRules.required(request.call(), "locationId");
        Identity wanted = new Identity(
                given(request, "email").map(email -> email.toLowerCase(Locale.ROOT)),
                given(request, "number").map(Phone::asSearched));
        if (wanted.isEmpty()) {
            throw SandboxRefusal.badRequest("Pass at least one of number, email query parameter");
        }
        SandboxLocation location = request.location();
        ObjectNode body = SandboxJson.object().putNull("contact");
        Matching.forLookup(location, contacts.in(location))
                .first(wanted)
                .ifPresent(match -> body.set("contact", ContactView.of(match.contact())));
        return SandboxReply.ok(body);
    }

    private static Optional<String> given(Admitted request, String parameter) {
        return request.call().query(parameter).filter(text -> !text.isBlank());
    }

    /** The identifiers that only the new version has. */
    private static Identity changed(ObjectNode current, ObjectNode next) {
        Identity before = Identity.of(current);
        Identity after = Identity.of(next);
        return new Identity(
                after.email().filter(email -> !after.email().equals(before.email())),
                after.phone().filter(phone -> !after.phone().equals(before.phone())));
    }

    private static void refuseDuplicate(Matching.Match match) {
        ObjectNode meta = SandboxJson.object();
        meta.put("contactId", SandboxJson.text(match.contact(), "id"));
        meta.put("matchingField", match.by().field());
        String name = ContactView.fullName(match.contact());
        if (name != null) {
            meta.put("contactName", name);
        }
        throw SandboxRefusal.badRequest("This location does not allow duplicated contacts.", meta);
    }
}
