package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.gate.Admitted;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.http.SandboxReply;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * upsert-contact. Matches by the location's identifiers in their order. An identifier of another contact is dropped
 * silently, and so is the gender of an existing contact. Reported.
 *
 * <p>Decided here: always 200, also for a new contact; 422 without e-mail and phone.
 */
final class UpsertOperation {

    private static final String ALWAYS_NEW = "createNewIfDuplicateAllowed";

    private final Contacts contacts;

    UpsertOperation(Contacts contacts) {
        this.contacts = contacts;
    }

    SandboxReply handle(Admitted request) {
        ContactRules.upsert().check(request.body());
        SandboxLocation location = request.location();
        ObjectNode asNew = new ContactEdit(location).apply(contacts.blank(location), request.body(), Set.of());
        Identity wanted = Identity.of(asNew);
        if (wanted.isEmpty()) {
            throw SandboxRefusal.unprocessable(List.of("Either email or phone is required"));
        }
        Matching matching = Matching.byRulesOf(location, contacts.in(location));
        boolean unmatched = location.allowDuplicateContact()
                && request.body().path(ALWAYS_NEW).asBoolean();
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
}
