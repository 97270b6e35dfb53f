package ghl.gateway.submission.journal;

import ghl.gateway.submission.step.ContactMatch;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ordering keys of submissions: digests of the e-mails, phones and contact ids they may touch. Submissions that share one are
 * about the same person.
 */
@Singleton
public class OrderingKeys {

    private final Digests digests;

    OrderingKeys(Digests digests) {
        this.digests = digests;
    }

    /** Sorted, so that transactions which lock several do so in the same order. */
    public List<String> of(Plan plan) {
        Stream<String> contact = identifiers(new ContactMatch(plan.contactId(), null, null));
        return Stream.concat(contact, plan.steps().stream().flatMap(OrderingKeys::identifiers))
                .map(identifier -> digest(plan.locationId(), identifier))
                .distinct()
                .sorted()
                .toList();
    }

    /** The ordering key of one person. */
    public String of(String locationId, ContactMatch person) {
        return digest(locationId, identifiers(person).findFirst().orElseThrow());
    }

    private String digest(String locationId, String identifier) {
        return digests.hex("lane", locationId + "\n" + identifier);
    }

    private static Stream<String> identifiers(Step step) {
        return switch (step.kind()) {
            case FIND_CONTACT -> identifiers(((Step.FindContact) step).match());
            case UPSERT_CONTACT -> identifiers(ContactMatch.of(((Step.UpsertContact) step).draft()));
            case CREATE_CONTACT -> identifiers(ContactMatch.of(((Step.CreateContact) step).draft()));
            case UPDATE_CONTACT -> identifiers(ContactMatch.of(((Step.UpdateContact) step).draft()));
            default -> Stream.empty();
        };
    }

    private static Stream<String> identifiers(ContactMatch match) {
        String email = match.email() == null ? null : match.email().toLowerCase(Locale.ROOT);
        return Stream.of(prefixed("contact ", match.id()), prefixed("email ", email), prefixed("phone ", match.phone()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> prefixed(String kind, String identifier) {
        return Optional.ofNullable(identifier).map(kind::concat);
    }
}
