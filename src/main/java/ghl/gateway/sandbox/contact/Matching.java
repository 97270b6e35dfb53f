package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Matches an identity to a contact of a location. Reported; upsert-contact, get-duplicate-contact. Decided here: the
 * oldest match wins; additional e-mails and phones count.
 */
final class Matching {

    /** A contact and the identifier that matched it. */
    record Match(Identifier by, ObjectNode contact) {}

    private final List<Identifier> order;
    private final Collection<ObjectNode> contacts;

    private Matching(List<Identifier> order, Collection<ObjectNode> contacts) {
        this.order = order;
        this.contacts = contacts;
    }

    /** Matches by the location's identifiers, in their order. */
    static Matching byRulesOf(SandboxLocation location, Collection<ObjectNode> contacts) {
        return new Matching(
                location.contactUniqueIdentifiers().stream()
                        .map(Identifier::named)
                        .toList(),
                contacts);
    }

    /**
     * For search/duplicate: where duplicates are allowed, matches by e-mail, then by phone, whatever the location's
     * identifiers.
     */
    static Matching forLookup(SandboxLocation location, Collection<ObjectNode> contacts) {
        return location.allowDuplicateContact()
                ? new Matching(List.of(Identifier.EMAIL, Identifier.PHONE), contacts)
                : byRulesOf(location, contacts);
    }

    /** The match of the first identifier that finds a contact. */
    Optional<Match> first(Identity wanted) {
        return order.stream()
                .map(identifier -> holder(identifier, wanted).map(contact -> new Match(identifier, contact)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Like {@link #first}, for a contact other than the given one. */
    Optional<Match> firstOther(Identity wanted, String contactId) {
        List<ObjectNode> others = contacts.stream()
                .filter(contact -> !contactId.equals(SandboxJson.text(contact, "id")))
                .toList();
        return new Matching(order, others).first(wanted);
    }

    /** The identifiers that belong to another contact than the match. An upsert drops them silently. */
    Set<Identifier> heldByOthers(Identity wanted, Match match) {
        return order.stream()
                .filter(identifier -> identifier != match.by())
                .filter(identifier -> !isOfMatch(identifier, wanted, match))
                .filter(identifier -> holder(identifier, wanted).isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean isOfMatch(Identifier identifier, Identity wanted, Match match) {
        return wanted.get(identifier)
                .filter(value -> identifier.isOf(match.contact(), value))
                .isPresent();
    }

    private Optional<ObjectNode> holder(Identifier identifier, Identity wanted) {
        return wanted.get(identifier).flatMap(value -> contacts.stream()
                .filter(contact -> identifier.isOf(contact, value))
                .min(Comparator.comparing(contact -> SandboxJson.text(contact, "dateAdded"))));
    }
}
