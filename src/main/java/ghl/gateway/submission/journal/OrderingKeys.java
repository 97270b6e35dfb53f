package ghl.gateway.submission.journal;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.step.ContactMatch;
import ghl.gateway.submission.step.Plan;
import ghl.gateway.submission.step.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what a submission may touch the same person as another one: its e-mails, phones and contact ids, as digests. */
public final class OrderingKeys {

    private final Digests digests;

    OrderingKeys(Digests digests) {
        this.digests = digests;
    }

    /** Sorted, so that all who take several take them in one order. */
    public List<String> of(Plan plan) {
        return Stream.concat(contact(plan.contactId()), plan.steps().stream().flatMap(OrderingKeys::identifiers))
                .map(identifier -> digest(plan.locationId(), identifier))
                .distinct()
                .sorted()
                .toList();
    }

    /** The lane of one identifier: e-mail, phone in E.164, or contact id; the others null. */
    public String of(String locationId, ContactMatch person) {
        return match(person)
                .findFirst()
                .map(identifier -> digest(locationId, identifier))
                .orElseThrow();
    }

    private String digest(String locationId, String identifier) {
        return digests.hex("lane", locationId + "\n" + identifier);
    }

    private static Stream<String> identifiers(Step step) {
        if (step instanceof Step.FindContact find) {
            return match(find.match());
        }
        if (step instanceof Step.UpsertContact upsert) {
            return draft(upsert.draft());
        }
        if (step instanceof Step.CreateContact create) {
            return draft(create.draft());
        }
        if (step instanceof Step.UpdateContact update) {
            return draft(update.draft());
        }
        return Stream.empty();
    }

    private static Stream<String> draft(ContactDraft draft) {
        return Stream.concat(email(value(draft.email())), phone(value(draft.phone())));
    }

    private static Stream<String> match(ContactMatch match) {
        return Stream.of(contact(match.id()), email(match.email()), phone(match.phone()))
                .flatMap(identifiers -> identifiers);
    }

    private static Stream<String> contact(String id) {
        return Stream.ofNullable(id).map(text -> "contact " + text);
    }

    private static Stream<String> email(String address) {
        return Stream.ofNullable(address).map(text -> "email " + text.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> phone(String number) {
        return Stream.ofNullable(number).map(text -> "phone " + text);
    }

    private static String value(Optional<String> field) {
        return field == null ? null : field.orElse(null);
    }
}
