package ghl.gateway.sandbox.contact;

import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_READ;
import static ghl.gateway.sandbox.gate.Scopes.CONTACTS_WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.Phone;
import ghl.gateway.sandbox.check.QueryRules;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Create, read, update, upsert, delete and look up one contact. Source: the vendor's Contacts API. */
public final class ContactOperations {

    private static final String ONE = "/contacts/{contactId}";
    private static final String DUPLICATE = "/contacts/search/duplicate";

    private final Contacts contacts;

    public ContactOperations(Contacts contacts) {
        this.contacts = contacts;
    }

    public List<Operation> all() {
        return List.of(
                new Operation("get-duplicate-contact", "GET", DUPLICATE, CONTACTS_READ, this::duplicate),
                new Operation("upsert-contact", "POST", "/contacts/upsert", CONTACTS_WRITE, this::upsert),
                new Operation("create-contact", "POST", "/contacts", CONTACTS_WRITE, this::create),
                new Operation("get-contact", "GET", ONE, CONTACTS_READ, this::get),
                new Operation("update-contact", "PUT", ONE, CONTACTS_WRITE, this::update),
                new Operation("delete-contact", "DELETE", ONE, CONTACTS_WRITE, this::delete));
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
        return SandboxReply.ok("contact", ContactView.of(contact));
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

    /**
     * Matches by the location's identifiers in their order. An identifier of another contact is dropped silently, and so
     * is the gender of an existing contact. Reported. Decided here: always 200, also for a new contact; 422 without
     * e-mail and phone.
     */
    private SandboxReply upsert(Admitted request) {
        ContactRules.upsert().check(request.body());
        SandboxLocation location = request.location();
        ObjectNode asNew = new ContactEdit(location).apply(contacts.blank(location), request.body(), Set.of());
        Identity wanted = Identity.of(asNew);
        if (wanted.isEmpty()) {
            throw SandboxRefusal.unprocessable(List.of("Either email or phone is required"));
        }
        Matching matching = Matching.byRulesOf(location, contacts.in(location));
        boolean unmatched = location.allowDuplicateContact()
                && request.body().path("createNewIfDuplicateAllowed").asBoolean();
        Optional<Matching.Match> match = unmatched ? Optional.empty() : matching.first(wanted);
        ObjectNode contact = match.map(found -> updated(request, found, matching.heldByOthers(wanted, found)))
                .orElse(asNew);
        contacts.put(contact);
        ObjectNode body = SandboxJson.object().put("new", match.isEmpty()).put("succeded", true);
        return SandboxReply.ok(body.set("contact", ContactView.of(contact)));
    }

    private static ObjectNode updated(Admitted request, Matching.Match match, Set<Identifier> heldByOthers) {
        Set<String> ignored = new HashSet<>(Set.of("gender"));
        heldByOthers.forEach(identifier -> ignored.add(identifier.field()));
        return new ContactEdit(request.location()).apply(match.contact(), request.body(), ignored);
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
        ObjectNode meta = SandboxJson.object()
                .put("contactId", SandboxJson.text(match.contact(), "id"))
                .put("matchingField", match.by().field());
        SandboxJson.putText(meta, "contactName", ContactView.fullName(match.contact()));
        throw SandboxRefusal.badRequest("This location does not allow duplicated contacts.", meta);
    }
}
