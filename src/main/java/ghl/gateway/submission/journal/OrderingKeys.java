package ghl.gateway.submission.journal;

import ghl.gateway.contact.draft.ContactDraft;
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
        if (step instanceof Step.FindContact find) {
            return identifiers(find.match());
        }
        if (step instanceof Step.UpsertContact upsert) {
            return identifiers(upsert.draft());
        }
        if (step instanceof Step.CreateContact create) {
            return identifiers(create.draft());
        }
        return step instanceof Step.UpdateContact update ? identifiers(update.draft()) : Stream.empty();
    }

    private static Stream<String> identifiers(ContactDraft draft) {
        return identifiers(new ContactMatch(null, valueOf(draft.email()), valueOf(draft.phone())));
    }

    private static Stream<String> identifiers(ContactMatch match) {
        String email = match.email() == null ? null : match.email().toLowerCase(Locale.ROOT);
        return Stream.of(prefixed("contact ", match.id()), prefixed("email ", email), prefixed("phone ", match.phone()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> prefixed(String kind, String identifier) {
        return Optional.ofNullable(identifier).map(kind::concat);
    }

    private static String valueOf(Optional<String> field) {
        return field == null ? null : field.orElse(null);
    }
}
