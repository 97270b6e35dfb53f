package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Contact;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.StepError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Looks, before a step of a restored journal sets values of a contact, whether it was carried out after the backup, or someone
 * has changed the contact since.
 */
@ApplicationScoped
public class BackupCheck {

    /** The CRM's clock may be behind this one. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** What was found. */
    public sealed interface Result {

        /** The step may run: the contact is as the journal knows it. */
        record AsKnown() implements Result {}

        /** The contact has all values that the step sets. */
        record Done(StepResult.Done done) implements Result {}

        /** The contact was changed since, and has other values. */
        record Changed(StepError error) implements Result {}

        /** The contact could not be read. */
        record Unseen(StepResult.TryAgain trouble) implements Result {}
    }

    private final HighLevel crm;

    BackupCheck(HighLevel crm) {
        this.crm = crm;
    }

    /** Whether a step sets values of the contact, so that it must be checked. */
    public static boolean concerns(Step step) {
        return switch (step.kind()) {
            case UPSERT_CONTACT, UPDATE_CONTACT, ADD_TAGS, REMOVE_TAGS, DELETE_CONTACT -> true;
            default -> false;
        };
    }

    /**
     * Costs one call, for an upsert two.
     *
     * @param since time of the backup
     * @param earlier gives what earlier submissions of the journal set in a contact, in order
     */
    public Result check(Step step, StepContext context, Instant since, Function<String, List<StepEffect>> earlier) {
        try {
            Contact contact = find(step, context);
            return contact == null ? new Result.AsKnown() : compare(step, contact, since, earlier);
        } catch (UpstreamException e) {
            return StepErrors.resultOf(e) instanceof StepResult.TryAgain trouble
                    ? new Result.Unseen(trouble)
                    : new Result.AsKnown();
        }
    }

    private Contact find(Step step, StepContext context) {
        if (step instanceof Step.UpsertContact upsert) {
            ContactMatch match = ContactMatch.of(upsert.draft());
            Contact found = match.email() == null && match.phone() == null
                    ? null
                    : await(crm.contactByEmailOrPhone(context.locationId(), match.email(), match.phone()), context);
            return found == null ? null : await(crm.contact(context.locationId(), found.id()), context);
        }
        String id = step instanceof Step.DeleteContact delete ? delete.contactIn(context) : context.contactId();
        return await(crm.contact(context.locationId(), id), context);
    }

    private static Result compare(
            Step step, Contact contact, Instant since, Function<String, List<StepEffect>> earlier) {
        SetValues wanted = SetValues.of(step);
        SetValues stored = SetValues.of(contact);
        Set<String> differing = new TreeSet<>(wanted.byName().keySet());
        differing.removeIf(name -> !wanted.differs(name, stored));
        if (differing.isEmpty()) {
            return new Result.Done(done(step, contact));
        }
        if (!isChangedSince(contact, since)) {
            return new Result.AsKnown();
        }
        List<StepEffect> known = earlier.apply(contact.id());
        differing.removeIf(name -> isKnown(name, stored, known));
        return differing.isEmpty()
                ? new Result.AsKnown()
                : new Result.Changed(StepErrors.changedSinceBackup(contact.id(), reasons(differing, stored, wanted)));
    }

    private static StepResult.Done done(Step step, Contact contact) {
        return step.settlesContact()
                ? new StepResult.Done(contact.id(), ContactOutcome.UPDATED, CrmAnswer.of(contact), List.of())
                : new StepResult.Done(null, null, CrmAnswer.of(contact.tags()), List.of());
    }

    private static boolean isChangedSince(Contact contact, Instant since) {
        return contact.dateUpdated() == null || contact.dateUpdated().isAfter(since.minus(CLOCK_SKEW));
    }

    /** Whether the CRM has what the newest step of the journal set. */
    private static boolean isKnown(String name, SetValues stored, List<StepEffect> known) {
        return known.stream()
                .filter(effect -> effect.values().byName().containsKey(name))
                .reduce((older, newer) -> newer)
                .filter(newest -> newest.isIn(stored, name))
                .isPresent();
    }

    private static List<String> reasons(Set<String> names, SetValues stored, SetValues wanted) {
        return names.stream()
                .map(name -> name + ": the CRM has \"" + stored.value(name) + "\", this submission sets \""
                        + wanted.value(name) + "\"")
                .toList();
    }
}
