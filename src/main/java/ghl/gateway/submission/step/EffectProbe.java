package ghl.gateway.submission.step;

import static ghl.gateway.submission.step.BlockingCalls.await;

import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.submission.receipt.ContactOutcome;
import ghl.gateway.submission.receipt.Warning;
import ghl.gateway.submission.step.StepResult.Done;
import ghl.gateway.submission.step.StepResult.Refused;
import ghl.gateway.submission.step.StepResult.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks whether a creating call whose answer was lost took effect. Tasks and notes are recognised by their marker. */
@ApplicationScoped
public class EffectProbe {

    /** The CRM's clock may be behind this one. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final Warning ASSUMED_CREATED = new Warning(
            "ASSUMED_CREATED",
            "The CRM's answer was lost. A contact with the same e-mail and phone was added since and is assumed to be the"
                    + " new one");

    private final HighLevel crm;

    EffectProbe(HighLevel crm) {
        this.crm = crm;
    }

    /**
     * Costs one call, for contacts up to three.
     *
     * @param step one that creates
     * @param firstIntentAt time of the step's first call: older records are not its own
     */
    public ProbeResult probe(Step step, StepContext context, Instant firstIntentAt) {
        try {
            return switch (step.kind()) {
                case ADD_TASK -> task(context);
                case ADD_NOTE -> note(context);
                default -> contact(context, ((Step.CreateContact) step).draft(), firstIntentAt);
            };
        } catch (UpstreamException e) {
            StepResult trouble = StepErrors.resultOf(e);
            return trouble instanceof Refused refused
                    ? new ProbeResult.Elsewhere(refused.error())
                    : new ProbeResult.Unseen((TryAgain) trouble);
        }
    }

    private ProbeResult task(StepContext context) {
        return result(await(crm.tasks(context.locationId(), context.contactId()), context).stream()
                .filter(task -> context.marker().ends(task.body()))
                .findFirst()
                .map(task -> Done.of(task.id(), CrmAnswer.of(task))));
    }

    private ProbeResult note(StepContext context) {
        return result(await(crm.notes(context.locationId(), context.contactId()), context).stream()
                .filter(note -> context.marker().ends(note.body()))
                .findFirst()
                .map(note -> Done.of(note.id(), CrmAnswer.of(note))));
    }

    private static ProbeResult result(Optional<Done> found) {
        return found.<ProbeResult>map(ProbeResult.Found::new).orElseGet(ProbeResult.Absent::new);
    }

    private ProbeResult contact(StepContext context, ContactDraft draft, Instant firstIntentAt) {
        ContactMatch sent = ContactMatch.of(draft);
        if (sent.email() == null && sent.phone() == null) {
            return new ProbeResult.Undecidable(StepErrors.UNSURE_WITHOUT_IDENTIFIER);
        }
        Contact match = await(crm.contactByEmailOrPhone(context.locationId(), sent.email(), sent.phone()), context);
        Contact found = match == null ? null : await(crm.contact(context.locationId(), match.id()), context);
        if (found == null) {
            return new ProbeResult.Absent();
        }
        if (isAddedSince(firstIntentAt, found)
                && IgnoredIdentifiers.warnings(draft, found).isEmpty()) {
            return new ProbeResult.Found(
                    new Done(found.id(), ContactOutcome.CREATED, CrmAnswer.of(found), List.of(ASSUMED_CREATED)));
        }
        Boolean duplicatesAllowed =
                await(crm.location(context.locationId()), context).allowDuplicateContact();
        return Boolean.FALSE.equals(duplicatesAllowed)
                ? new ProbeResult.Elsewhere(StepErrors.duplicateContact(found.id()))
                : new ProbeResult.Undecidable(StepErrors.unsureWhichContact(found.id()));
    }

    static boolean isAddedSince(Instant firstIntentAt, Contact contact) {
        return contact.dateAdded() != null && !contact.dateAdded().isBefore(firstIntentAt.minus(CLOCK_SKEW));
    }
}
